import { consoleLogUrl, consoleServiceUrl } from '#domain/environment/console-url.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { Service } from '#domain/environment/service.ts';
import { failedText, LOG_LINK, SERVICE_LINK } from '#messages/failed-services.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { EXTERNAL_LINK, StrokeIcon } from '#ui/stroke-icon.tsx';

function ConsoleLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <ExternalLink
      href={href}
      className="flex items-center gap-1 text-mute underline underline-offset-2 hover:text-ink max-sm:min-h-11"
    >
      <span>{children}</span>
      <StrokeIcon path={EXTERNAL_LINK} className="size-3.5" />
    </ExternalLink>
  );
}

type Props = { readonly service: Service; readonly environment: EnvironmentInfo | undefined };

/** Renders why a service fails, with links to the service and to the log of that deployment in Qovery's console. */
export function FailureLine({ service, environment }: Props) {
  const why = failedText(service);
  if (why === '' && environment === undefined) return null;
  const path = environment && {
    organizationId: environment.organizationId,
    projectId: environment.projectId,
    environmentId: environment.id,
    serviceId: service.id,
  };
  return (
    <div className="col-start-2 -col-end-1 flex flex-wrap items-center gap-x-4 pt-0.5">
      {why !== '' && <span className="text-failing">{why}</span>}
      {path && <ConsoleLink href={consoleServiceUrl(path)}>{SERVICE_LINK}</ConsoleLink>}
      {path && service.executionId !== undefined && (
        <ConsoleLink href={consoleLogUrl({ ...path, deploymentId: service.executionId })}>{LOG_LINK}</ConsoleLink>
      )}
    </div>
  );
}

import { useInfoWithCluster } from '#data/directory/use-info-with-cluster.ts';
import { type Details, useEnvironmentDetails } from '#data/history/use-environment-details.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { usualOfNewest } from '#domain/environment/deployment.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { lastText, moreUnreadText, usuallyText } from '#messages/deployments.ts';
import { clusterText, unreadDeploymentsText, unreadServicesText, DETAILS_WORDS as WORDS } from '#messages/details.ts';
import { projectPathText } from '#messages/environment.ts';
import { failureText } from '#messages/failures.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { DeploymentChart } from '#ui/deployment-chart.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { DeploymentList } from './deployment-list.tsx';
import { Facts } from './facts.tsx';
import { QueryMessage } from './query-message.tsx';
import { Section } from './section.tsx';
import { ServiceList } from './service-list.tsx';
import { TransitionList } from './transition-list.tsx';

/** Returns `acme / storefront · Production · cluster eu-west-3`, without the parts that are unknown. */
function factsText(id: string, info: EnvironmentInfo | undefined): string {
  if (!info) return id;
  const { mode, clusterName } = info;
  return [projectPathText(info), mode && modeText(mode), clusterName && clusterText(clusterName)]
    .filter(Boolean)
    .join(' · ');
}

function State({ environment }: { readonly environment: BoardEnvironment }) {
  const { status, tone, failure } = environment;
  return (
    <>
      <div translate="no" className="mt-4 mb-3 flex flex-wrap items-center gap-2">
        <ToneIcon tone={tone} />
        <strong className={`font-semibold text-[15px] ${TONE_TEXT[tone]}`}>{currentStateText(environment)}</strong>
        {status?.configuration !== undefined && (
          <span className="ml-auto">
            <ConfigurationPill configuration={status.configuration} isHealthy={tone === 'ok'} />
          </span>
        )}
      </div>
      {failure && <p className="mb-3 text-warning">{failureText(failure)}</p>}
    </>
  );
}

/** Legend of the chart's dashed line. */
function Usually({ seconds }: { readonly seconds: number }) {
  return (
    <span translate="no" className="flex items-center gap-1.5 text-[12.5px] text-mute">
      <svg width="22" height="2" aria-hidden="true">
        <line x1="0" x2="22" y1="1" y2="1" className="stroke-mute" strokeDasharray="4 3" />
      </svg>
      <span>{usuallyText(seconds)}</span>
    </span>
  );
}

function Chart({ history: { data } }: Pick<Details, 'history'>) {
  const usual = usualOfNewest(data ?? []);
  if (!data || data.length === 0) return null;
  return (
    <Section
      title={`${lastText(data.length)}${moreUnreadText(data)}`}
      aside={usual !== undefined && <Usually seconds={usual} />}
    >
      <DeploymentChart history={data} usualSeconds={usual} />
    </Section>
  );
}

/** Renders the number of unreadable items below a list. */
function Unread({ count, text }: { readonly count: number; readonly text: (count: number) => string }) {
  return count > 0 && <p className="mt-2 text-warning">{text(count)}</p>;
}

type Props = { readonly environment: BoardEnvironment; readonly onActivity: () => void };

/** Renders all details of one environment, from its state to its transitions. Requests its history and services. */
export function DetailsBody({ environment, onActivity }: Props) {
  const { history, services, names, unreadDeployments, unreadServices } = useEnvironmentDetails(environment);
  const info = useInfoWithCluster(environment.id, environment.info);
  return (
    <>
      <p translate="no" className="break-words px-[22px] pb-3 text-mute">
        {factsText(environment.id, info)}
      </p>
      <div className="min-h-0 grow overflow-y-auto border-line border-t px-[22px] pb-7">
        <State environment={environment} />
        <Facts environment={environment} history={history.data} />
        <Chart history={history} />
        <Section title={WORDS.services}>
          <QueryMessage part={services} loading={WORDS.loadingServices} failed={WORDS.servicesFailed} />
          {names.failure && services.data && (
            <QueryMessage part={names} loading={WORDS.loadingServices} failed={WORDS.namesFailed} />
          )}
          {services.data?.length === 0 && <p className="text-mute">{WORDS.noServices}</p>}
          {services.data && services.data.length > 0 && (
            <ServiceList services={services.data} environment={environment.info} />
          )}
          <Unread count={unreadServices} text={unreadServicesText} />
        </Section>
        <Section
          title={WORDS.deployments}
          aside={
            <button
              type="button"
              className="text-mute max-sm:min-h-11 sm:min-h-0 hover:text-ink hover:underline"
              onClick={onActivity}
            >
              {WORDS.activity}
            </button>
          }
        >
          <QueryMessage part={history} loading={WORDS.loadingDeployments} failed={WORDS.deploymentsFailed} />
          {history.data?.length === 0 && <p className="text-mute">{WORDS.noDeployments}</p>}
          {history.data && history.data.length > 0 && (
            <DeploymentList history={history.data} environment={environment.info} />
          )}
          <Unread count={unreadDeployments} text={unreadDeploymentsText} />
        </Section>
        <Section title={WORDS.changes}>
          <TransitionList environmentId={environment.id} />
        </Section>
      </div>
    </>
  );
}

import type { DeployedService } from '#domain/environment/deployment.ts';
import { versionOfTag } from './version.ts';

/** True when a deployment names a tag such as `latest`: two equal ones are no evidence of the same content. */
export const canMove = ({ kind, version }: DeployedService): boolean =>
  kind !== 'commit' && versionOfTag(version)?.kind === 'tag';

import type { Pin } from '#domain/board/pin.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

/** Tokens that each see one organization of the simulated Qovery, the first and the second. */
export const FIRST = 'qov_secretsecretsecret_org1';
export const SECOND = 'qov_secretsecretsecret_org2';
/** A token that sees one environment. */
export const policyFor = (environmentId: string): string => `sk-qov-${environmentId}`;

/** Returns environments of the organization that a token sees, one from each of so many projects. */
export async function environmentsSeenBy(token: string, count = 1): Promise<readonly { id: string; name: string }[]> {
  const send = createSimulatedQovery();
  const init = { headers: { Authorization: `Token ${token}` } };
  const organizations: { results: { id: string }[] } = await (await send('/organization', init)).json();
  const path = `/organization/${organizations.results[0]?.id}/environments`;
  type Listed = { id: string; name: string; project: { id: string } };
  const { results }: { results: Listed[] } = await (await send(path, init)).json();
  return [...new Map(results.map((one) => [one.project.id, one])).values()].slice(0, count);
}

export const pinsOf = (environments: readonly { readonly id: string }[]): readonly Pin[] =>
  environments.map(({ id }) => ({ kind: 'environment', id }));

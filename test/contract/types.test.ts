import type {
  EnvironmentDeploymentStatusEnum,
  EnvironmentStatusEventOriginEnum,
  StateEnum,
  EnvironmentStatus as Wire,
} from 'qovery-typescript-axios';
import { type InferInput, parse } from 'valibot';
import { expect, test } from 'vitest';
import { environmentStatus } from '#api/schema.ts';
import { STATES, type State } from '#domain/state.ts';

// A type on one side only fails `tsc` here, with the word that is missing in the error.
const stateOf = (official: `${StateEnum}`): State => official;
const officialStateOf = (state: State): `${StateEnum}` => state;

type Configuration = 'NEVER_DEPLOYED' | 'UP_TO_DATE' | 'OUT_OF_DATE';
const configurationOf = (official: `${EnvironmentDeploymentStatusEnum}`): Configuration => official;
const officialConfigurationOf = (configuration: Configuration): `${EnvironmentDeploymentStatusEnum}` => configuration;

type Origin = 'API' | 'CLI' | 'CONSOLE' | 'GIT' | 'QOVERY_INTERNAL' | 'SKILL' | 'TERRAFORM_PROVIDER';
const originOf = (official: `${EnvironmentStatusEventOriginEnum}`): Origin => official;
const officialOriginOf = (origin: Origin): `${EnvironmentStatusEventOriginEnum}` => origin;

const inputOf = (official: Wire): InferInput<typeof environmentStatus> => official;

test('our words are the official ones', () => {
  for (const state of STATES) expect(stateOf(officialStateOf(state))).toBe(state);
  expect(configurationOf(officialConfigurationOf('OUT_OF_DATE'))).toBe('OUT_OF_DATE');
  expect(originOf(officialOriginOf('SKILL'))).toBe('SKILL');
});

test('an official status is read in full', () => {
  const official: Wire = {
    id: '3C90C3CC-0D44-4B50-8888-8DD25736052A',
    state: 'BUILDING',
    last_deployment_state: 'DEPLOYED',
    last_deployment_date: '2023-11-07T05:31:56Z',
    last_deployment_id: 'd-1',
    total_deployment_duration_in_seconds: 123,
    origin: 'API',
    triggered_by: 'Ada',
    deployment_status: 'NEVER_DEPLOYED',
  };
  expect(parse(environmentStatus, inputOf(official))).toEqual({
    id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
    state: 'BUILDING',
    lastDeploymentState: 'DEPLOYED',
    lastDeploymentAt: Date.UTC(2023, 10, 7, 5, 31, 56),
    lastDeploymentId: 'd-1',
    durationSeconds: 123,
    origin: 'API',
    triggeredBy: 'Ada',
    configuration: 'NEVER_DEPLOYED',
  });
});

import type {
  CommitResponseList,
  DeploymentHistoryEnvironmentPaginatedResponseListV2,
  EnvironmentDeploymentStatusEnum,
  EnvironmentStatus,
  EnvironmentStatusEventOriginEnum,
  EnvironmentStatuses,
  ListServicesByEnvironmentId200Response,
  OrganizationEventResponseList,
  StateEnum,
} from 'qovery-typescript-axios';
import type { InferInput } from 'valibot';
import { expectTypeOf, test } from 'vitest';
import type { deploymentHistory } from '#api/deployment-history-schema.ts';
import type { environmentStatus } from '#api/environment-schemas.ts';
import type { eventPage } from '#api/event-schemas.ts';
import type { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import type { commitList, serviceVersions } from '#api/version-schemas.ts';
import type { State } from '#domain/environment/state.ts';

// `vitest --typecheck` compiles this file and runs none of it. A name that only one side has is an error of its test.

test('State names exactly the states of the official client', () => {
  expectTypeOf<`${StateEnum}`>().toEqualTypeOf<State>();
});

test('the official client names exactly the three configurations that the messages translate', () => {
  expectTypeOf<`${EnvironmentDeploymentStatusEnum}`>().toEqualTypeOf<'NEVER_DEPLOYED' | 'UP_TO_DATE' | 'OUT_OF_DATE'>();
});

test('the official client names exactly the seven origins that the messages translate', () => {
  expectTypeOf<`${EnvironmentStatusEventOriginEnum}`>().toEqualTypeOf<
    'API' | 'CLI' | 'CONSOLE' | 'GIT' | 'QOVERY_INTERNAL' | 'SKILL' | 'TERRAFORM_PROVIDER'
  >();
});

test('the status schema accepts every official status', () => {
  expectTypeOf<EnvironmentStatus>().toExtend<InferInput<typeof environmentStatus>>();
});

test('the history schema accepts every official history', () => {
  expectTypeOf<DeploymentHistoryEnvironmentPaginatedResponseListV2>().toExtend<InferInput<typeof deploymentHistory>>();
});

test('the service schema accepts every official list of service statuses', () => {
  // A copy of the interface, because the schema has an index signature, which only a type alias can satisfy.
  expectTypeOf<Pick<EnvironmentStatuses, keyof EnvironmentStatuses>>().toExtend<InferInput<typeof serviceStatuses>>();
});

test('the schemas of versions accept every official list of services and of commits', () => {
  expectTypeOf<ListServicesByEnvironmentId200Response>().toExtend<InferInput<typeof serviceVersions>>();
  expectTypeOf<CommitResponseList>().toExtend<InferInput<typeof commitList>>();
});

test('the service name schema accepts every official list of services', () => {
  expectTypeOf<ListServicesByEnvironmentId200Response>().toExtend<InferInput<typeof serviceNames>>();
});

test('the event schema accepts every official page of events', () => {
  expectTypeOf<OrganizationEventResponseList>().toExtend<InferInput<typeof eventPage>>();
});

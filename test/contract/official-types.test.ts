import {
  type DeploymentHistoryEnvironmentPaginatedResponseListV2,
  EnvironmentDeploymentStatusEnum,
  type EnvironmentStatus,
  EnvironmentStatusEventOriginEnum,
  type EnvironmentStatuses,
  type OrganizationEventResponseList,
} from 'qovery-typescript-axios';
import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { deploymentHistory } from '#api/deployment-history-schema.ts';
import { environmentStatus } from '#api/environment-schemas.ts';
import { eventPage } from '#api/event-schemas.ts';
import { serviceNames, serviceStatuses } from '#api/service-schemas.ts';
import { configurationText, originText } from '#messages/qovery-terms.ts';

test('the status schema reads every field of an official status', () => {
  const official: EnvironmentStatus = {
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
  expect(parse(environmentStatus, official)).toEqual({
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

test('the schemas read every field of an official history and of official services', () => {
  const history: DeploymentHistoryEnvironmentPaginatedResponseListV2 = {
    page: 1,
    page_size: 20,
    results: [
      {
        identifier: { execution_id: 'x-1', environment_id: 'e' },
        auditing_data: {
          created_at: '2023-11-07T05:31:56Z',
          updated_at: '2023-11-07T05:35:38Z',
          triggered_by: 'Ada',
          origin: 'SKILL',
        },
        status: 'DEPLOYED',
        trigger_action: 'DEPLOY',
        total_duration: 'PT3M42S',
        stages: [],
        action_status: 'SUCCESS',
      },
    ],
  };
  expect(parse(deploymentHistory, history)).toEqual([
    {
      id: 'x-1',
      startedAt: Date.UTC(2023, 10, 7, 5, 31, 56),
      durationSeconds: 222,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      origin: 'SKILL',
      triggeredBy: 'Ada',
    },
  ]);
  const statuses: EnvironmentStatuses = {
    environment: { id: 'e', state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', deployment_status: 'UP_TO_DATE' },
    applications: [],
    containers: [],
    jobs: [],
    databases: [
      {
        id: 'd',
        state: 'DEPLOYED',
        service_deployment_status: 'UP_TO_DATE',
        is_part_last_deployment: true,
        status_details: { action: 'DEPLOY', status: 'SUCCESS', sub_action: 'NONE' },
        deployment_request_id: null,
        deployment_requests_count: 0,
      },
    ],
    helms: [],
    terraforms: [],
  };
  expect(parse(serviceStatuses, statuses)).toEqual({
    environmentId: 'e',
    unread: 0,
    services: [{ id: 'd', kind: 'DATABASE', state: 'DEPLOYED', configuration: 'UP_TO_DATE' }],
  });
  expect(parse(serviceNames, {})).toEqual({ services: [], unread: 0 });
});

test('the event schema reads every field of official events', () => {
  const official: OrganizationEventResponseList = {
    links: { next: '/organization/0/events?continueToken=1683211879216566000' },
    organization_max_limit_reached: true,
    events: [
      {
        id: 'E-1',
        timestamp: '2023-11-07T05:31:56.5Z',
        event_type: 'DEPLOYED_DRY_RUN',
        target_type: 'ENVIRONMENT',
        target_id: 'x-1',
        target_name: 'production',
        sub_target_type: 'VARIABLE',
        origin: 'TERRAFORM_PROVIDER',
        triggered_by: 'Ada',
        project_id: 'p-1',
        project_name: 'shop',
        environment_id: null,
        change: '{}',
      },
    ],
  };
  expect(parse(eventPage, official)).toEqual({
    continueToken: '1683211879216566000',
    hasUnreadPages: false,
    isCut: true,
    events: [
      {
        id: 'e-1',
        at: Date.UTC(2023, 10, 7, 5, 31, 56, 500),
        type: 'DEPLOYED_DRY_RUN',
        targetType: 'ENVIRONMENT',
        targetId: 'x-1',
        targetName: 'production',
        origin: 'TERRAFORM_PROVIDER',
        triggeredBy: 'Ada',
        projectId: 'p-1',
        projectName: 'shop',
      },
    ],
  });
});

test('the messages translate every official configuration and origin', () => {
  const texts = [
    ...Object.values(EnvironmentDeploymentStatusEnum).map(configurationText),
    ...Object.values(EnvironmentStatusEventOriginEnum).map(originText),
  ];
  expect(texts).toHaveLength(10);
  // A name without a translation is shown as Qovery spells it.
  for (const text of texts) expect(text).toMatch(/^(API|CLI|[A-Z][a-z ]+)$/);
});

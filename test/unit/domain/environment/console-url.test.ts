import { expect, test } from 'vitest';
import {
  consoleDeploymentUrl,
  consoleEnvironmentUrl,
  consoleLogUrl,
  consoleServiceUrl,
} from '#domain/environment/console-url.ts';

const PATH = { organizationId: 'o', projectId: 'p', environmentId: 'e', serviceId: 's', deploymentId: 'd-1' };
const ENVIRONMENT = 'https://console.qovery.com/organization/o/project/p/environment/e';

test.each([
  ['an environment', consoleEnvironmentUrl(PATH), ENVIRONMENT],
  ['a deployment', consoleDeploymentUrl(PATH), `${ENVIRONMENT}/deployment/d-1`],
  ['a service', consoleServiceUrl(PATH), `${ENVIRONMENT}/service/s/overview`],
  ['a log', consoleLogUrl(PATH), `${ENVIRONMENT}/service/s/deployments/logs/d-1`],
])('the address of %s names each of its ids', (_, address, expected) => {
  expect(address).toBe(expected);
});

test('an id of the API cannot leave its place in an address, nor prevent one', () => {
  expect(consoleLogUrl({ ...PATH, serviceId: '../a?b#c', deploymentId: '\uD83D' })).toBe(
    `${ENVIRONMENT}/service/..%2Fa%3Fb%23c/deployments/logs/%EF%BF%BD`,
  );
});

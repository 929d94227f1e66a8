import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { createAccount } from '#simulator/account.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const NOW = Date.UTC(2026, 10, 28, 12);
const { projects } = createAccount();
const hasModes = (...modes: readonly string[]) =>
  projects.find(({ environments }) => modes.every((mode) => environments.some((one) => one.mode === mode)));
const shop = hasModes('DEVELOPMENT', 'STAGING', 'PRODUCTION') ?? projects[0];
if (!shop) throw new Error('The account has no project.');
const production = shop.environments.find(({ mode }) => mode === 'PRODUCTION');
const pins: readonly Pin[] = [{ kind: 'project', id: shop.id }];
const versions = { page: 'versions', pins } as const;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW });
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
/** Not by role: the name of each row of a table takes jsdom seconds. */
const serviceNames = () =>
  [...document.querySelectorAll('th[scope="row"] b')].map(({ textContent }) => textContent ?? '');
const findService = (name: string) => waitFor(() => expect(serviceNames()).toContain(name));
const heads = () => [...document.querySelectorAll<HTMLElement>('th[data-environment-id]')];
const findHead = (text: RegExp) =>
  waitFor(() => expect(heads().some(({ textContent }) => text.test(textContent ?? ''))).toBe(true));

/** Renders the page, and waits until every environment has answered. */
async function showVersions(options: Parameters<typeof renderBoard>[0] = {}) {
  renderBoard({ ...options, board: { ...versions, ...options.board } });
  await findService('web');
  await pass(20_000);
}

/** Returns a simulated Qovery in which a fault hits the requests whose path contains a text, while it is on. */
function failing(part: string, fault: string) {
  const simulated = createSimulatedQovery();
  const state = { isOn: true };
  const send: typeof fetch = (input, init) =>
    simulated(state.isOn && String(input).includes(part) ? `${input}?demo=${fault}` : input, init);
  return { send, state };
}

it('shows the services of a project in the order of its modes, those that differ first, in agreement with Qovery', async () => {
  await showVersions();
  const modes = heads().map((head) => /Development|Staging|Production/.exec(head.textContent ?? '')?.[0]);
  expect(modes).toEqual(
    ['Development', 'Staging', 'Production'].flatMap((mode) => modes.filter((one) => one === mode)),
  );
  for (const head of heads()) expect(head).toHaveTextContent(/versions \d+ s old/);

  const simulated = createSimulatedQovery();
  const { results } = await (await simulated(`/environment/${production?.id}/services`)).json();
  const web = results.find(({ name }: { name: string }) => name === 'web');
  const cell = document.querySelector<HTMLElement>(`td[data-service-id="${web.id}"]`);
  expect(cell).toHaveAttribute('data-version', web.git_repository.deployed_commit_id);
  expect(cell).toHaveTextContent(web.git_repository.deployed_commit_id.slice(0, 7));
  const argo = results.find(({ service_type }: { service_type: string }) => service_type === 'ARGOCD_APP');
  expect(document.querySelector(`td[data-service-id="${argo.id}"] button`)).toHaveAccessibleName(
    /^Qovery tells no state of it/,
  );
  const differing = [...document.querySelectorAll<HTMLElement>('tr[data-differs]')].map(
    ({ dataset }) => dataset.differs,
  );
  expect(differing).toEqual(differing.toSorted().toReversed());
  expect(screen.getByText(/^\d+ of \d+ services differ between staging and production\.$/)).toBeVisible();
});

it('sorts the rows by name, and compares with the last column, when the address says so', async () => {
  await showVersions({ board: { versions: ['name', 'last'] } });
  expect(serviceNames()).toEqual(serviceNames().toSorted());
  const relations = [...document.querySelectorAll<HTMLElement>('tr[data-differs] td:last-child')];
  expect(relations.every(({ dataset }) => dataset.relation === 'first' || dataset.relation === 'absent')).toBe(true);
});

it('shows the same state in the tooltip and the details of a cell as in the cell', async () => {
  // Without the states of the services, the state of the environment decides.
  await showVersions({ send: failing('/statuses', '503').send });
  const button = document.querySelector<HTMLElement>('td[data-tone="ok"] button[data-place]');
  if (!button) throw new Error('No service is deployed.');
  expect(button).toHaveAccessibleName(/^Deployed/);
  await user().hover(button);
  expect(button.title).toMatch(/^Deployed · /);
  await user().click(button);
  const dialog = await screen.findByRole('dialog');
  expect(dialog.querySelector('svg')).toHaveClass('text-ok');
  expect(within(dialog).getByText(/^Deployed/)).toBeVisible();
  expect(dialog).not.toHaveTextContent('Not checked yet');
});

it('says that the state of a service could not be read, and not that it was not checked', async () => {
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    if (!String(input).endsWith('/statuses')) return response;
    const { applications, ...body } = await response.json();
    return Response.json({ ...body, applications: applications.map((status: object) => ({ ...status, id: 7 })) });
  };
  await showVersions({ send });
  const cells = [...document.querySelectorAll<HTMLElement>('td[data-service-id] button')];
  const unread = cells.filter(({ textContent }) => textContent?.startsWith('State could not be read'));
  expect(unread.length).toBeGreaterThan(0);
  expect(unread.length).toBeLessThan(cells.length);
  for (const { textContent } of cells) expect(textContent).not.toContain('Not checked yet');
  await user().click(unread[0] ?? document.body);
  expect(await screen.findByRole('dialog')).toHaveTextContent('State could not be read');
});

it('tells a version that is not known to be deployed from one that is not, and counts what it cannot compare', async () => {
  const simulated = createSimulatedQovery();
  // All services deploy, and no history tells the version that ran before.
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    const path = String(input);
    if (path.includes('deploymentHistory')) return Response.json({ results: [] });
    if (!/status(?:es)?$/.test(path)) return response;
    const text = await response.text();
    return new Response(
      text
        .replace(/"state":"[A-Z_]+"/g, '"state":"DEPLOYING"')
        .replace(/"service_deployment_status":"[A-Z_]+"/g, '"service_deployment_status":"OUT_OF_DATE"')
        .replace(/"deployment_status":"[A-Z_]+"/g, '"deployment_status":"UNKNOWN_YET"'),
      { headers: { 'content-type': 'application/json' } },
    );
  };
  await showVersions({ send });
  const cells = [...document.querySelectorAll<HTMLElement>('td[data-service-id] button')];
  const unknown = cells.filter(({ textContent }) => textContent?.includes('not known whether it is deployed'));
  expect(unknown.length).toBeGreaterThan(0);
  for (const cell of unknown) expect(cell.querySelector('[data-chip]')).not.toHaveClass('border-dashed');
  const note = document.querySelector('[data-versions-differing]')?.textContent ?? '';
  expect(note).toMatch(/\d+ could not be compared/);
  expect(note).not.toContain('configured but not deployed');
});

it('shows the details of a cell with commit, distance and links, and Escape gives the focus back', async () => {
  await showVersions();
  const button = document.querySelector<HTMLElement>('td[data-relation="behind"] button[data-place]');
  if (!button) throw new Error('No service is behind.');
  await user().click(button);
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/ in (?:staging|production|development)/);
  expect(dialog).toHaveTextContent(/behind (?:staging|development)/);
  const console = within(dialog).getByRole('link', { name: 'Open in Qovery' });
  expect(console).toHaveAttribute('href', expect.stringContaining('https://console.qovery.com/organization/'));
  for (const link of within(dialog).getAllByRole('link')) expect(link).toHaveAttribute('rel', 'noreferrer');
  await user().keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(button).toHaveFocus();
});

it('names the state, the whole version and the chips of a cell when the pointer is over it', async () => {
  await showVersions();
  const cell = document.querySelector<HTMLElement>('td[data-relation="behind"]');
  const button = within(cell ?? document.body).getByRole('button');
  expect(button).not.toHaveAttribute('title');
  await user().hover(button);
  expect(button.title).toContain(` · ${cell?.dataset.version} · `);
  expect(button.title).toMatch(/^Deployed · .* behind$/);
});

it('renders a cell in step with six elements, because a matrix has hundreds of them', async () => {
  await showVersions();
  const [cell] = document.querySelectorAll('td[data-relation="equal"][data-tone="ok"]:not(:has([data-chip]))');
  expect(cell?.querySelectorAll('*')).toHaveLength(5);
  expect(within(cell instanceof HTMLElement ? cell : document.body).getByRole('button')).toHaveAccessibleName(
    /^Deployed/,
  );
});

it('keeps the details of the same cell when a filter hides the environment of a column before it', async () => {
  const simulated = createSimulatedQovery();
  let failing: string | undefined;
  const send: typeof fetch = async (input, init) => {
    const response = await simulated(input, init);
    if (failing === undefined || !String(input).includes(`/project/${shop.id}/`)) return response;
    const { results } = await response.json();
    const failed = { state: 'DEPLOYMENT_ERROR', last_deployment_state: 'DEPLOYMENT_ERROR' };
    return Response.json({
      results: results.map((one: { id: string }) => (one.id === failing ? { ...one, ...failed } : one)),
    });
  };
  await showVersions({ send, board: { tones: ['ok', 'idle', 'queued', 'busy', 'unknown', 'warning'] } });
  const columns = heads().length;
  const row = [...document.querySelectorAll('tr[data-differs]')].find(
    (one) => one.querySelectorAll('button').length === columns,
  );
  fireEvent.click([...(row?.querySelectorAll('button') ?? [])].at(-1) ?? document.body);
  const title = (await screen.findByRole('dialog')).querySelector('h2')?.textContent;
  expect(title).toMatch(/ in (?:staging|production)/);
  failing = heads()[0]?.dataset.environmentId;
  await pass(120_000);
  await waitFor(() => expect(heads()).toHaveLength(columns - 1));
  expect(screen.getByRole('dialog').querySelector('h2')).toHaveTextContent(title ?? '');
});

it('moves between the cells by arrow keys, with one tab stop for a matrix', async () => {
  await showVersions();
  const stops = () => [...document.querySelectorAll<HTMLElement>('button[data-place][tabindex="0"]')];
  expect(stops()).toHaveLength(1);
  stops()[0]?.focus();
  const place = () => document.activeElement instanceof HTMLElement && document.activeElement.dataset.place;
  const [row, column] = String(place()).split(' ').map(Number);
  await user().keyboard('{ArrowDown}');
  expect(place()).not.toBe(`${row} ${column}`);
  expect(stops()).toEqual([document.activeElement]);
});

it('keeps the focused cell in the tab order when its row moves', async () => {
  await showVersions();
  const differing = document.querySelectorAll<HTMLElement>('tr[data-differs="true"] button[data-place]');
  const stop = [...differing].at(-1);
  act(() => stop?.focus());
  const before = stop?.dataset.place;
  fireEvent.change(screen.getByLabelText(/^Rows/), { target: { value: 'name' } });
  await waitFor(() => expect(stop?.dataset.place).not.toBe(before));
  expect(stop).toHaveFocus();
  expect([...document.querySelectorAll('button[data-place][tabindex="0"]')]).toEqual([stop]);
});

it('filters the services, and says so when none matches', async () => {
  await showVersions();
  const field = screen.getByRole('searchbox', { name: 'Filter services' });
  await user().type(field, 'worker');
  await waitFor(() => expect(new Set(serviceNames())).toEqual(new Set(['worker'])));
  await user().clear(field);
  await user().type(field, 'no such service');
  await screen.findByText('No service matches the filter.');
  await user().click(screen.getByRole('button', { name: 'Clear filters' }));
  await findService('web');
});

it('keeps the last answer of an environment that Qovery now refuses, and retries on a click', async () => {
  const { send, state } = failing(`/environment/${production?.id}/services`, '403');
  state.isOn = false;
  await showVersions({ send });
  const head = () => document.querySelector<HTMLElement>(`th[data-environment-id="${production?.id}"]`);
  const cells = () => document.querySelectorAll('td[data-version]').length;
  const before = cells();
  expect(before).toBeGreaterThan(5);
  state.isOn = true;
  vi.setSystemTime(NOW + 3_700_000);
  await pass(70_000);
  expect(head()).toHaveTextContent('No such environment, or no access to it.');
  expect(head()).toHaveTextContent(/versions \d+ [hm] old/);
  expect(cells()).toBeGreaterThan(before / 2);
  state.isOn = false;
  await user().click(within(head() ?? document.body).getByRole('button', { name: 'Try again' }));
  await pass(5_000);
  expect(head()).not.toHaveTextContent('No such environment, or no access to it.');
});

it('counts no environment as loaded whose services Qovery refuses', async () => {
  const { send: refusing } = failing(`/environment/${production?.id}/services`, '403');
  let isRefused = false;
  // After the refusal nothing is answered, so that the others wait.
  const send: typeof fetch = (input, init) => {
    const path = String(input);
    if (isRefused && path.endsWith('/services')) return new Promise(() => {});
    isRefused ||= path.includes(`/environment/${production?.id}/services`);
    return refusing(input, init);
  };
  renderBoard({
    board: { ...versions, pins: [...pins, ...demoPins().map((id) => ({ kind: 'environment', id }) as const)] },
    send,
  });
  await waitFor(() => expect(isRefused).toBe(true));
  await pass(5_000);
  await findHead(/No such environment, or no access to it/);
  const note = document.querySelector('[data-versions-differing]')?.textContent ?? '';
  const [, loaded, all] = /(\d+) of (\d+) environments loaded/.exec(note) ?? [];
  expect(Number(all)).toBe(heads().length);
  expect(Number(loaded)).toBe(heads().filter(({ textContent }) => /versions \d+ s old/.test(textContent ?? '')).length);
});

it('says in the head of a column when the state was checked, and that it is not reached, apart from the age of the versions', async () => {
  const simulated = createSimulatedQovery();
  let isBroken = false;
  const send: typeof fetch = (input, init) =>
    simulated(isBroken && String(input).endsWith('/status') ? `${input}?demo=503` : input, init);
  await showVersions({ send });
  for (const head of heads()) {
    expect(head).toHaveTextContent(/·versions \d+ s old·checked \d+ s ago/);
    expect(head).toHaveAttribute('data-freshness', 'fresh');
    expect(head.querySelector('.outline-dashed')).toBeNull();
  }
  isBroken = true;
  await pass(120_000);
  for (const head of heads()) {
    expect(head).toHaveTextContent(/·not reached for \d+ (s|m)·versions \d+ (s|m) old/);
    expect(head).toHaveAttribute('data-freshness', 'unreachable');
    expect(head.querySelector('.outline-dashed')).not.toBeNull();
  }
});

it('shows why an environment has no versions, and the others', async () => {
  const { send } = failing(`/environment/${production?.id}/services`, '503');
  await showVersions({ send });
  const head = document.querySelector<HTMLElement>(`th[data-environment-id="${production?.id}"]`);
  expect(head).toHaveTextContent('Qovery answered 503.');
  const [unread] = document.querySelectorAll('td[data-relation="unread"]');
  expect(unread).toHaveTextContent('could not be read');
  expect(screen.getByText(/The services of 1 of \d+ environments could not be read\./)).toBeVisible();
  expect(document.querySelectorAll('td[data-version]').length).toBeGreaterThan(3);
});

it('says that a project has no services when every environment answers so', async () => {
  const simulated = createSimulatedQovery();
  const send: typeof fetch = async (input, init) =>
    String(input).endsWith('/services') ? Response.json({ results: [] }) : simulated(input, init);
  renderBoard({ board: versions, send });
  expect(await screen.findByText('No services in this project’s environments.')).toBeVisible();
  expect(screen.getByText(/^No services in \d environments\.$/)).toBeVisible();
  expect(screen.getByText(/Add a service in Qovery, or pin other environments\./)).toBeVisible();
  expect(screen.queryByText('No versions yet.')).not.toBeInTheDocument();
});

it('shows the kept answers after a reload without a request', async () => {
  await showVersions();
  const shown = serviceNames();
  const received: string[] = [];
  const simulated = createSimulatedQovery();
  cleanup();
  renderBoard({
    board: versions,
    send: (input, init) => {
      received.push(String(input));
      return simulated(input, init);
    },
  });
  await findService('web');
  await pass(2_000);
  expect(serviceNames().toSorted()).toEqual(shown.toSorted());
  expect(received.some((path) => path.includes('/status'))).toBe(true);
  expect(received.filter((path) => path.endsWith('/services')).length).toBeLessThan(shop.environments.length);
});

it('leaves previews out until the user asks for them', async () => {
  const withPreview = hasModes('PREVIEW');
  if (!withPreview) throw new Error('No project has a preview.');
  const preview = withPreview.environments.find(({ mode }) => mode === 'PREVIEW');
  renderBoard({ board: { page: 'versions', pins: [{ kind: 'environment', id: preview?.id ?? '' }] } });
  await user().click(await screen.findByRole('button', { name: 'Show previews' }));
  await findHead(/Preview/);
});

it('copies a Markdown table and CSV', async () => {
  await showVersions();
  const actor = user();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await actor.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
  await screen.findByText('The versions are copied as Markdown.');
  expect(copied.mock.calls[0]?.[0]).toContain(`### ${shop.name}\n\n| Service | `);
  await actor.click(screen.getByRole('button', { name: 'Copy as CSV' }));
  await screen.findByText('The versions are copied as CSV.');
  expect(copied.mock.calls[1]?.[0]).toContain('"Project","Service"');
});

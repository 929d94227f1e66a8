import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppConfig } from '#domain/app-config.ts';
import type { Board } from '#domain/board/board.ts';
import type { Pin } from '#domain/board/pin.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { altered, refusing } from '#test/support/altered.ts';
import { cutOffline } from '#test/support/cut-off.ts';
import { anId } from '#test/support/ids.ts';
import { layOut } from '#test/support/lay-out.ts';
import { renderBoard } from '#test/support/render-board.tsx';

const ROW_PX = 34;
const LIST_PX = 391;

beforeEach(() => layOut({ listPx: LIST_PX, rowPx: ROW_PX }));

const dialog = () => within(screen.getByRole('dialog', { name: 'Pin environments' }));
const field = () => dialog().getByRole('combobox', { name: /paste environment ids or Qovery console links/ });
const option = (name: RegExp) => dialog().findByRole('option', { name });
/** Waits for the names: the list then starts with the first project. */
const listed = () => option(/^production, acme \/ analytics/);
const options = () => dialog().getAllByRole('option');
const button = (name: string) => dialog().getByRole('button', { name });
const cards = () =>
  screen.getAllByRole('article', { hidden: true }).map((card) => card.getAttribute('data-environment-id'));

async function open(board: Partial<Board> = {}, send?: typeof fetch, auth: AppConfig['auth'] = 'token') {
  renderBoard({ board: { name: 'x', ...board }, auth, ...(send && { send }) });
  const [opener] = screen.getAllByRole('button', { name: /^Pin environments|^PinPin environments/ });
  await userEvent.click(opener as HTMLElement);
  await screen.findByRole('dialog');
}

type Named = { readonly id: string; readonly name: string; readonly project: { readonly id: string } };

async function account() {
  const send = createSimulatedQovery();
  const list = async (path: string): Promise<readonly Named[]> => (await (await send(path)).json()).results;
  const organizations = await list('/organization');
  const [acme, globex] = organizations;
  const path = `/organization/${acme?.id}`;
  const projects = await list(`${path}/project`);
  const storefront = projects.find(({ name }) => name === 'storefront');
  const environments = (await list(`${path}/environments`)).filter(({ project }) => project.id === storefront?.id);
  return { acme: acme?.id ?? '', globex: globex?.id ?? '', storefront: storefront?.id ?? '', environments };
}
const asPins = (environments: readonly Named[]): readonly Pin[] =>
  environments.map(({ id }) => ({ kind: 'environment', id }));

describe('searching', () => {
  it('finds by name and project, and pins what is chosen by keyboard alone', async () => {
    const { environments } = await account();
    await open();
    await listed();
    await userEvent.type(field(), 'store prod');
    expect(options().map((one) => one.getAttribute('aria-label'))).toEqual([
      `acme / storefront: Pin all ${environments.length}, and new ones as they appear`,
      expect.stringMatching(/^production, acme \/ storefront, Production/),
    ]);
    await userEvent.keyboard('{Enter}');
    expect(button('Pin 1 environment')).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    const [production] = environments.filter(({ name }) => name === 'production');
    await waitFor(() => expect(cards()).toEqual([production?.id]));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('renders only the visible rows, with the row count', async () => {
    await open();
    await listed();
    const [first] = options();
    expect(Number(first?.getAttribute('aria-setsize'))).toBeGreaterThan(60);
    expect(options().length).toBeLessThan(30);
    await userEvent.click(field());
    await userEvent.keyboard('{End}');
    const active = field().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)).toHaveAttribute('aria-posinset', first?.getAttribute('aria-setsize'));
  });

  it('types a space before the arrows are used, and chooses with it after', async () => {
    await open();
    await listed();
    await userEvent.type(field(), 'storefront ');
    expect(field()).toHaveValue('storefront ');
    await userEvent.keyboard('{ArrowDown} ');
    expect(field()).toHaveValue('storefront ');
    expect(await option(/^staging, acme \/ storefront/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('s ');
    expect(field()).toHaveValue('storefront s ');
  });

  it('chooses a range with shift and the arrows, and with shift and the mouse', async () => {
    const { environments } = await account();
    await open();
    await listed();
    await userEvent.type(field(), 'storefront');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
    expect(button('Pin 2 environments')).toBeEnabled();

    const user = userEvent.setup();
    await user.click(await option(/^production/));
    await user.click(await option(/^production/));
    await user.keyboard('{Shift>}');
    await user.click(options().at(-1) as HTMLElement);
    expect(button(`Pin ${environments.length} environments`)).toBeEnabled();
    await user.keyboard('{/Shift}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(cards().sort()).toEqual(environments.map(({ id }) => id).sort()));
  });

  it('pins a whole project from its heading, by keyboard, and lists its environments as coming with it', async () => {
    const { environments } = await account();
    await open();
    await listed();
    await userEvent.type(field(), 'storefront');
    await userEvent.keyboard('{ArrowUp} ');
    expect(await option(/^staging.*pinned with its project$/)).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button('Pin 1 project'));
    await waitFor(() => expect(cards().sort()).toEqual(environments.map(({ id }) => id).sort()));
  });

  it('advises to pin projects when a board would have more than sixty single environments', async () => {
    const many = Array.from({ length: 60 }, (_, n): Pin => ({ kind: 'environment', id: anId(n + 1) }));
    await open({ pins: many, view: 'compact' });
    const first = await listed();
    expect(dialog().queryByText(/pin whole projects/)).not.toBeInTheDocument();
    await userEvent.click(first);
    expect(dialog().getByText(/^For more than 60 environments, pin whole projects/)).toBeVisible();
  });

  it('keeps what is chosen while something else is searched, and says so', async () => {
    await open();
    await userEvent.click(await listed());
    await userEvent.type(field(), 'payments');
    expect(dialog().getByText('1 more chosen, not in this list')).toBeVisible();
    expect(button('Pin 1 environment')).toBeEnabled();
  });

  it('shows what is on the board already, also through its project, and does not pin it again', async () => {
    const { environments, storefront } = await account();
    const pins = asPins(environments.slice(0, 2));
    await open({ pins });
    await userEvent.type(field(), 'storefront');
    const [first] = environments;
    const pinned = await option(new RegExp(`^${first?.name},.*on this board$`));
    expect(pinned).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(pinned);
    expect(button('Pin')).toBeDisabled();
    expect(dialog().getByText('2 already on this board')).toBeVisible();

    await userEvent.click(options()[0] as HTMLElement);
    await userEvent.click(button('Pin 1 project'));
    await waitFor(() => expect(cards()).toHaveLength(environments.length));
    await userEvent.click(screen.getByRole('button', { name: /Pin environments$/ }));
    await userEvent.type(field(), storefront);
    expect((await option(/acme \/ storefront/)).getAttribute('aria-label')).toMatch(/on this board$/);
  });
});

describe('pasting', () => {
  it('takes ids and links, chosen from the start, and says who they are and what it could not read', async () => {
    const { environments, acme, storefront } = await account();
    const [first, second] = environments;
    await open({ pins: asPins(environments.slice(0, 1)) });
    await listed();
    const stranger = '00000000-0000-4000-8000-000000000000';
    await userEvent.click(field());
    await userEvent.paste(
      `${first?.id}\nhttps://console.qovery.com/organization/${acme}/project/${storefront}/environment/${second?.id}/x service\n${stranger}\nnonsense`,
    );
    expect(await option(new RegExp(`^${first?.name}, acme / storefront,.*on this board$`))).toBeVisible();
    expect(await option(new RegExp(`^${second?.name}, acme / storefront`))).toBeVisible();
    expect(await option(/^00000000-.*Envboard cannot read this environment/)).toBeVisible();
    expect(dialog().getByText('Passed over, because it names no environment: nonsense')).toBeVisible();

    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    expect(button('Pin 1 environment')).toBeEnabled();
    await userEvent.keyboard(' {Control>}{Enter}{/Control}');
    await waitFor(() => expect(cards().sort()).toEqual([first?.id, second?.id, stranger].sort()));
  });

  it('reads a project’s link, or its bare id, as the whole project', async () => {
    const { storefront, environments } = await account();
    await open();
    await listed();
    await userEvent.click(field());
    await userEvent.paste(storefront);
    await option(/^acme \/ storefront: Pin all/);
    await userEvent.click(button('Pin 1 project'));
    await waitFor(() => expect(cards()).toHaveLength(environments.length));
  });

  it('claims nothing of an id before the names are read, and pins it all the same', async () => {
    const send = createSimulatedQovery();
    const hanging: typeof fetch = (input, init) =>
      send(/organization$/.test(String(input)) ? `${input}?demo=hang` : input, init);
    const { environments } = await account();
    await open({}, hanging);
    expect(dialog().getByText('Loading environments…')).toBeVisible();
    await userEvent.click(field());
    await userEvent.paste(environments[0]?.id ?? '');
    await option(/Looking up its name…/);
    await userEvent.click(button('Pin 1 environment'));
    await waitFor(() => expect(cards()).toEqual([environments[0]?.id]));
  });
});

describe('what cannot be read', () => {
  it('lists what did load when one of three organizations fails, says which, and tries again', async () => {
    const { globex } = await account();
    let isBroken = true;
    await open(
      {},
      refusing(503, (path) => isBroken && path.includes(`${globex}/environments`)),
    );
    await listed();
    expect(dialog().getByText('2 of 3 organizations could be read; globex answered 503.')).toBeVisible();

    isBroken = false;
    await userEvent.click(button('Try again'));
    await waitFor(() => expect(dialog().queryByText(/could be read/)).not.toBeInTheDocument());
    await userEvent.type(field(), 'globex search prod');
    await option(/^production, globex \/ search/);
  });

  it('lists what came while an organization is still silent', async () => {
    const { globex } = await account();
    const send = createSimulatedQovery();
    const slow: typeof fetch = (input, init) =>
      send(String(input).includes(`${globex}/`) ? `${input}?demo=hang` : input, init);
    await open({}, slow);
    await listed();
    expect(dialog().getByText(/^Loading 1 organization…/)).toBeVisible();
  });

  it.each([401, 403])(
    'says that there is no access to the list of environments when Qovery answers %i',
    async (status) => {
      await open(
        {},
        refusing(status, (path) => path.endsWith('/organization')),
      );
      expect(await dialog().findByText('No access to the list of environments.')).toBeVisible();
      expect(dialog().getByText('Paste ids or console links instead.')).toBeVisible();
    },
  );

  it.each([
    ['all organizations', '/organization', /^You are signed out of this server\./],
    ['one organization', '/environments', /; globex: You are signed out of this server\./],
  ])('says that the session ended when a gateway answers 401 to %s', async (_, path, text) => {
    const { globex } = await account();
    const isRefused = (address: string) =>
      address.endsWith(path) && (path === '/organization' || address.includes(globex ?? ''));
    await open({}, refusing(401, isRefused), 'gateway');
    expect(await dialog().findByText(text)).toBeVisible();
    expect(button('Try again')).toBeVisible();
    expect(dialog().queryByText(/token/)).not.toBeInTheDocument();
  });

  it('says what Qovery answered, and tries again', async () => {
    let isBroken = true;
    await open(
      {},
      refusing(503, (path) => isBroken && path.endsWith('/organization')),
    );
    expect(await dialog().findByText('Qovery answered 503.')).toBeVisible();
    isBroken = false;
    await userEvent.click(button('Try again'));
    await listed();
  });

  it('says that the browser is offline, and reads the names when it is back', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await open({}, cutOffline(createSimulatedQovery()));
    expect(await dialog().findByText('This browser is offline.')).toBeVisible();
    onLine.mockReturnValue(true);
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await userEvent.click(button('Try again'));
    await listed();
  });

  it('reports a slow response', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const send = createSimulatedQovery();
    await open({}, (input, init) => send(`${input}?demo=hang`, init));
    expect(dialog().queryByText(/slow to answer/)).not.toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(7_000));
    expect(dialog().getByText(/^Qovery is slow to answer/)).toBeVisible();
  });

  it.each([
    [/organization$/, 'No organization can be read.'],
    [/\/(project|environments)$/, 'No environment yet in acme, globex, initech.'],
    [/\/environments$/, 'No environment yet. A pinned project shows its environments as soon as there are any.'],
  ])('has words for an account where %s is empty', async (path, words) => {
    await open(
      {},
      altered(path, () => []),
    );
    expect(await dialog().findByText(words)).toBeVisible();
    // Behind a gateway, users have no token.
    expect(dialog().queryByText(/token/)).not.toBeInTheDocument();
  });

  it('pins a project that has no environment yet', async () => {
    await open(
      {},
      altered(/\/environments$/, () => []),
    );
    await userEvent.click(await option(/^acme \/ analytics: Pin new environments as they appear/));
    expect(button('Pin 1 project')).toBeEnabled();
  });

  it('says that nothing is called so, and of a link that it names nothing', async () => {
    await open();
    await listed();
    await userEvent.type(field(), 'zzz');
    expect(dialog().getByText('No environment or project is named “zzz”.')).toBeVisible();
    await userEvent.clear(field());
    await userEvent.type(field(), 'https://console.qovery.com/user');
    expect(dialog().getByText('This link names no environment or project.')).toBeVisible();
  });
});

describe('states', () => {
  const received = (send: ReturnType<typeof vi.fn<typeof fetch>>) =>
    send.mock.calls.map(([input]) => String(input)).filter((path) => path.endsWith('/environment/status'));

  it('requests each visible project once, and shows its states', async () => {
    const send = vi.fn(createSimulatedQovery());
    await open({}, send);
    await userEvent.type(field(), 'state-gallery build');
    await option(/^building,.*Building$/);
    await option(/^build-error,.*Build error$/);
    expect(new Set(received(send)).size).toBe(received(send).length);
    expect(received(send).length).toBeLessThanOrEqual(7);
  });

  it('shows no state when the states cannot be fetched', async () => {
    const send = vi.fn(refusing(503, (path) => path.endsWith('/status')));
    await open({}, send);
    await listed();
    await waitFor(() => expect(received(send).length).toBeGreaterThan(0));
    const row = await option(/^production, acme \/ analytics, Production$/);
    expect(within(row).getByText('–')).toBeVisible();
  });
});

it('reads the names again only when they are older than ten minutes', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const send = vi.fn(createSimulatedQovery());
  const times = () => send.mock.calls.filter(([input]) => /\/api\/organization$/.test(String(input))).length;
  await open({}, send);
  await listed();
  const reopen = async () => {
    await user.click(button('Cancel'));
    await user.click(screen.getAllByRole('button', { name: /Pin environments$/ })[0] as HTMLElement);
    await listed();
  };
  await act(() => vi.advanceTimersByTimeAsync(540_000));
  await reopen();
  expect(times()).toBe(1);
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  await reopen();
  await waitFor(() => expect(times()).toBe(2));
});

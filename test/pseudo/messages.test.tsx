import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import { ConnectPage } from '#app/connect-page.tsx';
import { CrashPage } from '#app/crash-page.tsx';
import { InvalidConfigPage } from '#app/invalid-config-page.tsx';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { CONTENT_ISSUES, LOAD_ISSUES } from '#domain/app-config.ts';
import type { Pin } from '#domain/board/pin.ts';
import { EDIT_LABEL, UNPIN } from '#messages/cards.ts';
import { CLOSE, DONE } from '#messages/common.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { NOTHING_MATCHES, NOTHING_PINNED } from '#messages/empty-states.ts';
import { actionsText } from '#messages/environment.ts';
import { KEYBOARD, MORE, MY_BOARDS, PIN_ENVIRONMENTS, SHARE } from '#messages/header.ts';
import { PICK_LIST } from '#messages/pin-picker.ts';
import { HOW_OFTEN, REFRESH } from '#messages/polling.ts';
import { DUPLICATE_THIS, IMPORT, IMPORT_FILE, MANAGE, SAVE_TO_MINE, SHARED_TITLE } from '#messages/saved-boards.ts';
import { FORGET_ASK, SETTINGS } from '#messages/settings.ts';
import { COPY_LINK, LINK_COPIED, MARKDOWN, QR_CODE, QR_LABEL } from '#messages/share.ts';
import { CHOOSE_COLUMNS } from '#messages/table.ts';
import { CONNECT, SCHEME_WORDS, TOKEN } from '#messages/tokens.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { layOut } from '#test/support/lay-out.ts';
import { plainWords, sayingForeign } from '#test/support/plain-words.ts';
import { renderBoard } from '#test/support/render-board.tsx';

// Lazy components load slowly on a busy machine.
type Options = Parameters<typeof renderBoard>[0];

const pins: readonly Pin[] = demoPins().map((id) => ({ kind: 'environment', id }));
const fresh = () => document.querySelectorAll('[data-freshness="fresh"]').length;

async function show({ send = createSimulatedQovery(), ...options }: Options = {}) {
  renderBoard({ ...options, board: { pins, name: 'ΑΒΓ', ...options.board }, send: sayingForeign(send) });
  await waitFor(() => expect(fresh()).toBe(12));
}
/** Matches a name that contains the text: some buttons also contain a short name for phones, or a key. */
const holding = (name: string) => (said: string) => said.includes(name);
const click = (element: Element) =>
  userEvent.setup(vi.isFakeTimers() ? { advanceTimers: vi.advanceTimersByTime } : {}).click(element);
const press = async (name: string) => click(await screen.findByRole('button', { name: holding(name) }));
const choose = async (name: string) => click(await screen.findByRole('menuitem', { name: holding(name) }));
const openPace = async () => click(await screen.findByTitle(HOW_OFTEN));
const dialog = async () => within(await screen.findByRole('dialog'));
/** Opens the menu of the first card. */
const openMenu = async () => {
  await userEvent.click(screen.getAllByRole('button', { name: holding(actionsText('')) })[0] ?? document.body);
  await screen.findByRole('menu');
};

describe('every text is in the catalogue', () => {
  it.each(['cards', 'compact', 'table', 'wall'] as const)('in the view: %s', async (view) => {
    await show({ board: { view } });
    // Texts that appear after the board: the title, and the banner of a shared board.
    await waitFor(() => expect(document.title).toMatch(/ΑΒΓ$/));
    if (view !== 'wall') await screen.findByText(SHARED_TITLE);
    expect(plainWords()).toEqual([]);
    act(() => changeSettings({ timeZone: 'UTC', absoluteTimes: true }));
    expect(plainWords()).toEqual([]);
  });

  it.each([
    ['more', () => press(MORE)],
    ['my boards', () => press(MY_BOARDS)],
    ['how often', openPace],
    ['columns', () => press(CHOOSE_COLUMNS)],
  ])('in the menu: %s', async (_, open) => {
    await show({ board: { view: 'table' } });
    await open();
    await screen.findByRole('menu');
    expect(plainWords()).toEqual([]);
  });

  it('in the menu of a card, in its label, and in the notice after it is unpinned', async () => {
    await show();
    await openMenu();
    expect(plainWords()).toEqual([]);
    await choose(EDIT_LABEL);
    await dialog();
    expect(plainWords()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    act(() => document.querySelector('dialog')?.close());
    await openMenu();
    await choose(UNPIN);
    await waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(11));
    expect(plainWords()).toEqual([]);
  });

  it('in the details', async () => {
    await show({ board: { details: pins[0]?.id } });
    const details = await dialog();
    const list = await details.findByRole('region', { name: DETAILS_WORDS.deployments });
    await waitFor(() => expect(list.querySelectorAll('li').length).toBeGreaterThan(5));
    expect(plainWords()).toEqual([]);
  });

  it('in the picker, for each kind of typed text', async () => {
    layOut({ listPx: 391, rowPx: 34 });
    await show();
    await press(PIN_ENVIRONMENTS);
    const picker = await dialog();
    await picker.findByRole('listbox', { name: PICK_LIST });
    expect(plainWords()).toEqual([]);
    const field = picker.getByRole('combobox');
    for (const typed of ['ω', '00000000-0000-4000-8000-000000000000', '://']) {
      fireEvent.change(field, { target: { value: typed } });
      expect(plainWords()).toEqual([]);
    }
  });

  it('in the picker before the first response', async () => {
    const answer = createSimulatedQovery();
    renderBoard({ board: { name: 'ΑΒΓ' }, send: (input) => answer(`${input}?demo=503`) });
    // The empty board has the same button.
    const header = await screen.findByRole('banner');
    await click(within(header).getByRole('button', { name: holding(PIN_ENVIRONMENTS) }));
    await dialog();
    await screen.findByText(/503/);
    expect(plainWords()).toEqual([]);
  });

  it('in sharing, with code and Markdown', async () => {
    await show();
    await press(SHARE);
    const share = await dialog();
    await click(share.getByRole('button', { name: COPY_LINK }));
    await share.findByText(LINK_COPIED);
    expect(plainWords()).toEqual([]);
    await press(QR_CODE);
    await screen.findByRole('img', { name: QR_LABEL });
    expect(plainWords()).toEqual([]);
    await click((await screen.findAllByRole('button', { name: holding(DONE) }))[0] ?? document.body);
    await press(MARKDOWN);
    await share.findByRole('textbox', { name: MARKDOWN });
    expect(plainWords()).toEqual([]);
  });

  it('in the saved boards, and for an unusable file', async () => {
    await show();
    await press(SAVE_TO_MINE);
    await press(MY_BOARDS);
    await choose(DUPLICATE_THIS);
    await press(MY_BOARDS);
    expect(plainWords()).toEqual([]);
    await choose(MANAGE);
    await dialog();
    expect(plainWords()).toEqual([]);
    const file = '{"envboard":1,"boards":[1,{"address":1},{"name":1,"address":"?pins=x"},{"address":"?pins=x"}]}';
    for (const content of [file, '{', '[]', '{"envboard":2}', '{"envboard":1,"boards":[]}']) {
      const picked = new File([content], 'φ', { type: 'application/json' });
      await userEvent.upload(screen.getByLabelText(IMPORT_FILE), picked);
      const panel = within(await screen.findByRole('region', { name: IMPORT }));
      expect(plainWords()).toEqual([]);
      await click(panel.getByRole('button', { name: CLOSE }));
    }
  });

  it('in the settings', async () => {
    await show();
    await press(MORE);
    await choose(SETTINGS);
    await dialog();
    expect(plainWords()).toEqual([]);
    await press(FORGET_ASK);
    expect(plainWords()).toEqual([]);
  });

  it('in the list of shortcuts and in the palette', async () => {
    await show();
    await press(MORE);
    await choose(KEYBOARD);
    await dialog();
    expect(plainWords()).toEqual([]);
    act(() => document.querySelector('dialog')?.close());
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('listbox');
    expect(plainWords()).toEqual([]);
    fireEvent.change(screen.getByRole('combobox', { expanded: true }), { target: { value: 'ωωω' } });
    expect(plainWords()).toEqual([]);
  });

  it.each(['503', '429', '401', 'malformed', 'html'])('while Qovery fails: %s', async (fault) => {
    let isBroken = false;
    const answer = createSimulatedQovery();
    await show({ send: (input, init) => answer(isBroken ? `${input}?demo=${fault}` : input, init) });
    isBroken = true;
    await openPace();
    await choose(REFRESH);
    await screen.findByRole('alert');
    await waitFor(() => expect(fresh()).toBeLessThan(12));
    expect(plainWords()).toEqual([]);
  });

  it('on an empty board', async () => {
    renderBoard();
    await screen.findByText(NOTHING_PINNED);
    expect(plainWords()).toEqual([]);
  });

  it('when the filter matches nothing, and for a damaged link', async () => {
    renderBoard({ search: `?pins=${encodeURIComponent('x.y')}.${'A'.repeat(22)}&q=ωωω&v=99` });
    await screen.findByText(NOTHING_MATCHES);
    expect(plainWords()).toEqual([]);
  });

  it('for a change, in the title and in announcements', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const answer = createSimulatedQovery();
    let state: string | undefined;
    const send: typeof fetch = async (input, init) => {
      const said = await (await answer(input, init)).text();
      const isStatus = state !== undefined && String(input).endsWith('/status');
      return new Response(isStatus ? said.replaceAll(/"state":"\w+"/g, `"state":"${state}"`) : said);
    };
    await show({ send });
    state = 'DEPLOYMENT_ERROR';
    await openPace();
    await choose(REFRESH);
    await waitFor(() => expect(document.querySelectorAll('[data-tone="failing"]').length).toBeGreaterThan(8));
    await act(() => vi.advanceTimersByTimeAsync(8_000));
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said.join('')).toMatch(/\d+ éñṽ/);
    expect(plainWords()).toEqual([]);
  });

  it('in the token form', async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <ConnectPage api="/ἀ" />
        </MemoryRouter>
      </QueryClientProvider>,
    );
    expect(plainWords()).toEqual([]);
    await press(CONNECT);
    expect(screen.getByRole('alert')).not.toBeEmptyDOMElement();
    expect(plainWords()).toEqual([]);
    await userEvent.type(screen.getByLabelText(TOKEN), 'abc');
    expect(screen.getByLabelText(SCHEME_WORDS.Token)).toBeVisible();
    expect(plainWords()).toEqual([]);
  });

  it('on the page for an unusable config file, and on the crash page', () => {
    const retry = async () => ({ kind: 'broken', issue: 'unloaded' }) as const;
    for (const issue of [...LOAD_ISSUES, ...CONTENT_ISSUES])
      render(<InvalidConfigPage reading={{ kind: 'broken', issue }} retry={retry} onReading={() => {}} />);
    render(<CrashPage error={undefined} />);
    expect(plainWords()).toEqual([]);
  });
});

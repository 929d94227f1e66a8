import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '#app/app.tsx';
import { addToken } from '#data/connection/add-token.ts';
import { enterApi, forgetAllTokens } from '#data/tokens/credential-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import type { Pin } from '#domain/board/pin.ts';
import { type Credential, parseCredential } from '#domain/tokens/credential.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const credentialOf = (text: string): Credential => {
  const pasted = parseCredential(text);
  if (pasted.kind !== 'credential') throw new Error(`not a token: ${text}`);
  return pasted.credential;
};

export type ReceivedRequest = { readonly path: string; readonly token: string };

/** Returns a simulated Qovery that records each request with its token. */
export function listening(send: typeof fetch = createSimulatedQovery()) {
  const received: ReceivedRequest[] = [];
  const network = vi.fn<typeof fetch>((input, init) => {
    const token = (new Headers(init?.headers).get('Authorization') ?? '').replace(/^\w+ /, '');
    received.push({ path: String(input).replace('/api', ''), token });
    return send(input, init);
  });
  return { received, network };
}

type Options = {
  readonly tokens: readonly string[];
  readonly pins: readonly Pin[];
  readonly network: typeof fetch;
  readonly auth?: AppConfig['auth'];
};

/** Renders the whole app at a board's address, with these tokens stored for this tab. */
export async function openApp({ tokens, pins, network, auth = 'token' }: Options) {
  vi.stubGlobal('fetch', network);
  enterApi({ api: '/api', auth });
  for (const token of tokens) await addToken({ credential: credentialOf(token), isRemembered: false, replaced: [] });
  history.replaceState(null, '', `/${boardLocation({ ...DEFAULT_BOARD, pins }).search}`);
  return render(<App config={{ api: '/api', auth }} client={new QueryClient()} />);
}

/** Removes the tokens after a test: in a tab they outlive the page. */
export function closeApp(): void {
  forgetAllTokens();
  history.replaceState(null, '', '/');
}

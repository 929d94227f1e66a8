import { type FormEvent, useState } from 'react';
import { checkCredential } from '#data/check-credential.ts';
import { type Choice, connect } from '#data/connection.ts';
import type { Failure } from '#domain/failure.ts';
import { type Credential, readPastedToken } from '#domain/token.ts';
import { Button } from '#ui/button.tsx';
import { failureText } from '#ui/words/failures.ts';

function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery refused this token. Check that it was copied whole and has not been revoked.';
  if (failure.kind === 'unreachable')
    return 'Qovery could not be reached from this page: the network or the browser’s CORS rule blocked it. Run Envboard on the same origin instead: see “Use it with your account” in the README.';
  return `${failureText(failure)} Try again in a moment.`;
}

const placeText = (api: string): string => (api.startsWith('/') ? `this server (${api})` : api.replace('https://', ''));

const SCHEMES = [
  ['Token', 'An API token'],
  ['Bearer', 'A session token of the Qovery console'],
] as const;

/** Asked only when the form of what was pasted does not say which it is. */
function SchemeChoice({
  scheme,
  onChoose,
}: {
  readonly scheme: Credential['scheme'];
  readonly onChoose: (scheme: Credential['scheme']) => void;
}) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-semibold text-[13.5px]">What is it?</legend>
      {SCHEMES.map(([value, words]) => (
        <label key={value} className="flex items-center gap-2">
          <input type="radio" name="scheme" checked={scheme === value} onChange={() => onChoose(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

type Props = {
  readonly api: string;
  /** Where the demo is a way out. */
  readonly onDemo?: () => void;
  readonly onConnected?: () => void;
};

/** Takes a token, checks it with Qovery, and keeps it for this tab or this device. */
export function ConnectForm({ api, onDemo, onConnected }: Props) {
  const [text, setText] = useState('');
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [scheme, setScheme] = useState<Credential['scheme']>('Token');
  const [problem, setProblem] = useState<string>();

  const pasted = readPastedToken(text);
  const isUnclear = pasted.kind === 'credential' && !pasted.isCertain;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pasted.kind === 'empty') return setProblem('Paste a Qovery token first.');
    if (pasted.kind === 'unusable') return setProblem('This holds characters that no token has. Copy the token again.');
    const credential: Credential = isUnclear ? { ...pasted.credential, scheme } : pasted.credential;
    setBusy(true);
    const failure = await checkCredential(api, credential);
    setBusy(false);
    if (failure) return setProblem(refusalText(failure));
    const choice: Choice = { kind: 'token', credential };
    connect(choice, remember);
    onConnected?.();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor="token" className="mb-1.5 block font-semibold text-[13.5px]">
        Qovery token
      </label>
      <input
        id="token"
        type="password"
        autoComplete="off"
        spellCheck={false}
        // Not given its value: React would write that into the page, as an attribute.
        onChange={(event) => setText(event.target.value)}
        aria-describedby="token-hint"
        aria-invalid={problem !== undefined}
        className="mb-1.5 block w-full rounded-[10px] border border-line bg-surface px-3.5 py-[11px] font-mono text-[13.5px]"
      />
      <p id="token-hint" className="mb-4 text-[13px] text-mute">
        A Viewer API token is enough. It is sent to {placeText(api)} only, and never put in a link.
      </p>
      {isUnclear && <SchemeChoice scheme={scheme} onChoose={setScheme} />}
      <p role="alert" className="mb-3 font-semibold text-failing empty:hidden">
        {problem}
      </p>
      <label className="mb-3 flex items-center gap-2">
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        Remember on this device
      </label>
      <div className="flex flex-wrap gap-2.5">
        <Button look="primary" type="submit" disabled={busy}>
          {busy ? 'Checking…' : 'Connect'}
        </Button>
        {onDemo && <Button onClick={onDemo}>Look around with demo data</Button>}
      </div>
    </form>
  );
}

import { type FormEvent, useState } from 'react';
import { addToken } from '#data/connection/add-token.ts';
import { verifyCredential } from '#data/tokens/verify-credential.ts';
import { type Credential, parseCredential } from '#domain/tokens/credential.ts';
import { notFetchedText, PART_TOKEN } from '#messages/errors.ts';
import {
  CHECKING,
  CONNECT,
  DEMO,
  EMPTY,
  hintText,
  REMEMBER,
  refusalText,
  SCHEME_WORDS,
  TOKEN,
  UNUSABLE,
  WHICH,
} from '#messages/tokens.ts';
import { Button } from '#ui/button.tsx';

const SCHEMES = ['Token', 'Bearer'] as const;

/** Shows the choice of the token's kind only when the pasted text does not reveal it. */
function SchemeChoice({
  scheme,
  onChoose,
}: {
  readonly scheme: Credential['scheme'];
  readonly onChoose: (scheme: Credential['scheme']) => void;
}) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-semibold text-[13.5px]">{WHICH}</legend>
      {SCHEMES.map((value) => (
        <label key={value} className="flex items-center gap-2">
          <input type="radio" name="scheme" checked={scheme === value} onChange={() => onChoose(value)} />
          <span>{SCHEME_WORDS[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}

type Props = {
  readonly api: string;
  /** Set where the form offers the demo instead. */
  readonly onDemo?: () => void;
  /** The button's text, if not "Connect". */
  readonly submitText?: string | undefined;
  /** Fingerprints of the tokens that the new token replaces. */
  readonly replaced?: readonly string[];
  readonly onConnected?: () => void;
};

const NONE: readonly string[] = [];

/** Renders a form that verifies a token with Qovery, and stores it for this tab or this device. */
export function TokenForm({ api, onDemo, submitText = CONNECT, replaced = NONE, onConnected }: Props) {
  const [text, setText] = useState('');
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [scheme, setScheme] = useState<Credential['scheme']>('Token');
  const [problem, setProblem] = useState<string>();

  const pasted = parseCredential(text);
  const isUnclear = pasted.kind === 'credential' && !pasted.isCertain;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pasted.kind === 'empty') return setProblem(EMPTY);
    if (pasted.kind === 'unusable') return setProblem(UNUSABLE);
    const credential: Credential = isUnclear ? { ...pasted.credential, scheme } : pasted.credential;
    setBusy(true);
    const failure = await verifyCredential(api, credential);
    setBusy(false);
    if (failure) return setProblem(refusalText(failure));
    try {
      await addToken({ credential, isRemembered: remember, replaced });
    } catch {
      // A second token needs the multi-token chunk, which could not be fetched.
      return setProblem(notFetchedText(PART_TOKEN, false));
    }
    onConnected?.();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor="token" className="mb-1.5 block font-semibold text-[13.5px]">
        {TOKEN}
      </label>
      <input
        id="token"
        type="password"
        autoComplete="off"
        spellCheck={false}
        // Uncontrolled, because React would write the token into the page's `value` attribute.
        onChange={(event) => setText(event.target.value)}
        aria-describedby="token-hint"
        aria-invalid={problem !== undefined}
        className="mb-1.5 block w-full rounded-[10px] border border-line bg-surface px-3.5 py-[11px] font-mono text-[13.5px]"
      />
      <p id="token-hint" className="mb-4 text-[13px] text-mute">
        {hintText(api)}
      </p>
      {isUnclear && <SchemeChoice scheme={scheme} onChoose={setScheme} />}
      <p role="alert" className="mb-3 font-semibold text-failing empty:hidden">
        {problem}
      </p>
      <label className="mb-3 flex items-center gap-2">
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        <span>{REMEMBER}</span>
      </label>
      <div className="flex flex-wrap gap-2.5">
        <Button variant="primary" type="submit" disabled={busy}>
          {busy ? CHECKING : submitText}
        </Button>
        {onDemo && <Button onClick={onDemo}>{DEMO}</Button>}
      </div>
    </form>
  );
}

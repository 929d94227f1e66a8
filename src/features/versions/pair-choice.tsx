import type { ModePair } from '#domain/versions/mode-pair.ts';
import { modeText, TONE_WORDS } from '#messages/qovery-terms.ts';
import { VERSIONS_WORDS as WORDS } from '#messages/versions.ts';

type Props = {
  readonly modes: readonly string[];
  readonly pair: ModePair;
  readonly onChoose: (pair: ModePair) => void;
};

/** Renders the two lists of modes that a narrow screen compares. */
export function PairChoice({ modes, pair: [left, right], onChoose }: Props) {
  const list = (label: string, value: string, choose: (mode: string) => void) => (
    <select
      aria-label={label}
      value={value}
      className="h-11 min-w-0 flex-1 rounded-lg border border-line bg-surface pl-2"
      onChange={({ target }) => choose(target.value)}
    >
      {modes.map((mode) => (
        <option key={mode} value={mode}>
          {mode === '' ? TONE_WORDS.unknown : modeText(mode)}
        </option>
      ))}
    </select>
  );
  return (
    <>
      {list(WORDS.left, left, (mode) => onChoose([mode, right]))}
      <span className="text-mute">{WORDS.with}</span>
      {list(WORDS.right, right, (mode) => onChoose([left, mode]))}
    </>
  );
}

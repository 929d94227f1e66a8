import { type FormEvent, useMemo, useState } from 'react';
import type { Pin } from '#domain/board/pin.ts';
import { setLabel } from '#domain/board/set-label.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { createSearch, MAX_SHOWN } from '#domain/text-search.ts';
import { CANCEL, SAVE } from '#messages/common.ts';
import { FIND, labelHint, labelTitleText, moreText, NOTHING_FOUND, TITLE } from '#messages/labels.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { NOT_A_CREDENTIAL } from '#ui/not-a-credential.ts';
import { type LabelEdit, LabelField } from './label-field.tsx';

type Props = {
  readonly environments: readonly BoardEnvironment[];
  /** Ids of the environments to label; undefined for the whole board. */
  readonly only: readonly string[] | undefined;
  readonly pins: readonly Pin[];
  readonly onChange: (part: { readonly pins: readonly Pin[] }) => void;
  readonly onClose: () => void;
};

/** Above this number of environments, the dialog has a field that searches them. */
const MAX_UNSEARCHED = 10;

/** Returns the environments that the query finds. An unsaved token must be seen, so that the user can remove it. */
function useFound(
  environments: readonly BoardEnvironment[],
  query: string,
  edits: ReadonlyMap<string, LabelEdit>,
): readonly BoardEnvironment[] {
  const search = useMemo(
    () =>
      createSearch(
        environments.map((environment) => ({
          id: environment.id,
          title: nameOf(environment),
          detail: environment.info?.projectName ?? '',
          also: environment.info?.name,
          environment,
        })),
      ),
    [environments],
  );
  const found = new Set(search(query).map(({ environment }) => environment));
  return environments.filter((environment) => found.has(environment) || edits.get(environment.id)?.isHeld);
}

/** Renders the dialog that labels one environment, several, or all of the board. */
export function LabelsDialog({ environments, only, pins, onChange, onClose }: Props) {
  const [query, setQuery] = useState('');
  const [edits, setEdits] = useState<ReadonlyMap<string, LabelEdit>>(new Map());
  const listed = useMemo(
    () => (only === undefined ? environments : environments.filter(({ id }) => only.includes(id))),
    [environments, only],
  );
  const found = useFound(listed, query, edits);
  const isAlone = only?.length === 1;
  const [first] = listed;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const all = [...edits];
    if (all.some(([, { isHeld }]) => isHeld)) return;
    const labels = new Map(listed.map(({ id, label }) => [id, label ?? '']));
    const changed = all.filter(([id, { text }]) => text !== labels.get(id));
    if (changed.length > 0)
      onChange({ pins: changed.reduce((next, [id, { text }]) => setLabel(next, id, text), pins) });
    onClose();
  };
  return (
    <Dialog
      title={isAlone && first ? labelTitleText(nameOf(first)) : TITLE}
      variant={isAlone ? 'small' : 'centre'}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex min-h-0 grow flex-col px-[22px] pt-3 pb-[18px]">
        {listed.length > MAX_UNSEARCHED && (
          <input
            type="search"
            {...NOT_A_CREDENTIAL}
            aria-label={FIND}
            placeholder={FIND}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            className="mb-2 w-full flex-none rounded-[10px] border border-line bg-bg px-3.5 py-2"
          />
        )}
        <div className={isAlone ? '' : '-m-1 min-h-24 grow overflow-y-auto p-1'}>
          {found.slice(0, MAX_SHOWN).map((environment) => (
            <LabelField
              key={environment.id}
              environment={environment}
              edit={edits.get(environment.id)}
              isAlone={isAlone}
              onEdit={(edit) => setEdits((before) => new Map(before).set(environment.id, edit))}
            />
          ))}
          <p role="status" className="text-[13px] text-mute">
            {found.length === 0 ? NOTHING_FOUND : found.length > MAX_SHOWN ? moreText(found.length - MAX_SHOWN) : ''}
          </p>
        </div>
        <p className={`mb-4 text-[13px] text-mute ${isAlone ? 'mt-1.5' : 'mt-1 border-line border-t pt-3'}`}>
          {labelHint(isAlone)}
        </p>
        <div className="flex flex-none justify-end gap-2.5">
          <Button onClick={onClose}>{CANCEL}</Button>
          <Button variant="primary" type="submit">
            {SAVE}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

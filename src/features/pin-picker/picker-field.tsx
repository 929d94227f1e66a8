import type { KeyboardEvent } from 'react';
import { isComposing } from '#browser/use-shortcuts.ts';
import { inOneLine } from '#domain/board/pasted-text.ts';
import { FIELD_LABEL } from '#messages/pin-picker.ts';
import { ComboboxField } from '#ui/combobox-field.tsx';
import { usePickerContext } from './picker-context.ts';
import { optionId } from './picker-option.tsx';
import { LIST_ID } from './results-list.tsx';
import type { PickingControls } from './use-picker-state.ts';

const PAGE_ROWS = 10;
const STEPS: Readonly<Record<string, Parameters<PickingControls['move']>[0]>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: 'first',
  End: 'last',
};

type Props = { readonly hintId: string; readonly onPin: () => void };

/** Renders the field that receives typed and pasted text, and handles all keys of the list below it. */
export function PickerField({ hintId, onPin }: Props) {
  const { text, rows, active, isMoving, added, toggle, move, type } = usePickerContext();
  const activeRow = rows[active];

  const enter = (isPinning: boolean) => {
    if (isPinning || (added.length > 0 && !isMoving)) onPin();
    else if (activeRow) toggle(activeRow);
  };
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent } = event;
    if (isComposing(nativeEvent)) return;
    const isCommand = ctrlKey || metaKey;
    const step = STEPS[key];
    if (key === 'Enter') enter(isCommand);
    else if (step !== undefined && !isCommand && !altKey) move(step, shiftKey);
    else if (key === ' ' && isMoving && activeRow && !isCommand) toggle(activeRow);
    else return;
    event.preventDefault();
  };
  return (
    <div className="px-[22px] pb-3.5">
      <label htmlFor="pick" className="text-[13.5px] text-mute">
        {FIELD_LABEL}
      </label>
      <ComboboxField
        id="pick"
        listId={LIST_ID}
        hasOptions={rows.length > 0}
        activeId={activeRow && optionId(activeRow.key)}
        aria-describedby={hintId}
        value={text}
        onType={type}
        onKeyDown={press}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (!/[\r\n]/.test(pasted)) return;
          // A field of one line would join the lines of a pasted list into one word.
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          const before = text.slice(0, selectionStart ?? text.length);
          type(`${before}${inOneLine(pasted)}${text.slice(selectionEnd ?? text.length)}`);
        }}
        className="mt-2.5"
      />
    </div>
  );
}

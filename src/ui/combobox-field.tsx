import type { ComponentProps } from 'react';
import { NOT_A_CREDENTIAL } from './not-a-credential.ts';

type Props = Pick<
  ComponentProps<'input'>,
  'id' | 'className' | 'placeholder' | 'aria-label' | 'aria-describedby' | 'onKeyDown' | 'onPaste'
> & {
  readonly value: string;
  /** Id of the list of options. */
  readonly listId: string;
  /** Id of the option that Enter chooses; undefined while the list has none. */
  readonly activeId: string | undefined;
  readonly hasOptions: boolean;
  readonly onType: (text: string) => void;
};

/** Renders the text field of a list of options. The field keeps the focus and announces the active option. */
export function ComboboxField({ listId, activeId, hasOptions, onType, className = '', ...input }: Props) {
  return (
    <input
      {...input}
      type="text"
      role="combobox"
      {...NOT_A_CREDENTIAL}
      autoCapitalize="off"
      spellCheck={false}
      aria-expanded={hasOptions}
      aria-controls={hasOptions ? listId : undefined}
      aria-haspopup="listbox"
      aria-autocomplete="list"
      aria-activedescendant={activeId}
      onChange={({ target }) => onType(target.value)}
      className={`block w-full rounded-[10px] border-[1.5px] border-line bg-surface px-3.5 py-2.5 text-base outline-none placeholder:text-mute sm:text-[15px] focus:border-busy focus:ring-3 focus:ring-busy/20 ${className}`}
    />
  );
}

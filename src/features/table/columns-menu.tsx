import { type Board, COLUMNS, type Column } from '#domain/board/board.ts';
import { toggle } from '#domain/toggle.ts';
import { CHOOSE_COLUMNS, COLUMN_WORDS } from '#messages/table.ts';
import { Menu, MenuCheckbox } from '#ui/menu.tsx';

type Props = {
  readonly anchor: HTMLElement;
  readonly hiddenColumns: readonly Column[];
  readonly onChange: (part: Partial<Board>) => void;
  readonly onClose: () => void;
};

/** Renders the menu that chooses the table's columns. */
export function ColumnsMenu({ anchor, hiddenColumns, onChange, onClose }: Props) {
  const toggleColumn = (column: Column) => {
    const hidden = toggle(hiddenColumns, column);
    onChange({ hiddenColumns: COLUMNS.filter((column) => hidden.includes(column)) });
  };
  return (
    <Menu anchor={anchor} label={CHOOSE_COLUMNS} onClose={onClose}>
      {COLUMNS.map((column) => (
        <MenuCheckbox key={column} isChecked={!hiddenColumns.includes(column)} onChange={() => toggleColumn(column)}>
          {COLUMN_WORDS[column]}
        </MenuCheckbox>
      ))}
    </Menu>
  );
}

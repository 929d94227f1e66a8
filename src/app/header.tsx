import { FreshnessLine } from '#features/polling/freshness-line.tsx';
import { ShareButton } from '#features/share/share-button.tsx';
import { Button } from '#ui/button.tsx';
import { Logo } from '#ui/logo.tsx';

type Props = {
  readonly name: string;
  readonly isDemo: boolean;
  readonly onForget: (() => void) | undefined;
  readonly onRename: (name: string) => void;
  readonly onPin: () => void;
};

export function Header({ name, isDemo, onForget, onRename, onPin }: Props) {
  return (
    <header className="-mx-4 flex min-h-16 flex-wrap items-center gap-x-3.5 gap-y-2 border-line border-b bg-surface px-4 py-2 sm:-mx-7 sm:px-7">
      <span className="hidden border-line border-r pr-3.5 sm:block">
        <Logo />
      </span>
      <h1 className="min-w-32 grow text-[17px]">
        <input
          key={name}
          defaultValue={name}
          aria-label="Board name"
          placeholder="Untitled board"
          maxLength={120}
          className="w-full rounded-md bg-transparent px-1 font-semibold placeholder:text-mute hover:bg-idle-soft"
          onBlur={({ target }) => target.value !== name && onRename(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </h1>
      {isDemo && <span className="rounded-md border border-line px-1.5 text-mute text-xs">Demo data</span>}
      <FreshnessLine />
      {onForget && <Button onClick={onForget}>{isDemo ? 'Leave the demo' : 'Forget the token'}</Button>}
      <ShareButton />
      <Button look="primary" onClick={onPin}>
        Pin environments
      </Button>
    </header>
  );
}

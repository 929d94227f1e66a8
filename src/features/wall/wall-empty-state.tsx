import { Button } from '#ui/button.tsx';

type Props = {
  readonly title: string;
  readonly children: string;
  /** The only next step. */
  readonly action: string;
  readonly onAction: () => void;
};

/** Renders a large message when the wall has no tile to show. */
export function WallEmptyState({ title, children, action, onAction }: Props) {
  return (
    <section className="m-auto px-[1em] text-center">
      <h2 className="font-semibold text-[clamp(1.5em,7vw,3em)] leading-[1.15] tracking-tight">{title}</h2>
      <p className="mt-[0.3em] mb-[1em] text-[1.25em] text-mute">{children}</p>
      <Button variant="primary" className="text-[1.1em]" onClick={onAction}>
        {action}
      </Button>
    </section>
  );
}

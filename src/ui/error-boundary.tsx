import { Component, type ReactNode } from 'react';
import { FileFailure } from '#browser/lazy-component.tsx';

type Props = {
  readonly children: ReactNode;
  /** Rendered instead of the children after they threw; `renderAgain` renders the children once more. */
  readonly fallback: (error: unknown, renderAgain: () => void) => ReactNode;
  /** The data that the children show: they are rendered again when it changes. */
  readonly of?: unknown;
};
type State = { readonly caught?: { readonly error: unknown } | undefined; readonly of?: unknown };

/** Children that fail again this soon are not rendered again by themselves. */
const REDRAW_GAP_MS = 1_000;

/** A translator or an extension moved nodes that React placed, so that React cannot find them. */
const isForeignChange = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** Keeps what a component throws to that component. A class, since React has no other way to catch an error. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};
  #redrawnAt = Number.NEGATIVE_INFINITY;

  static getDerivedStateFromError(error: unknown): State {
    return { caught: { error } };
  }

  static getDerivedStateFromProps({ of }: Props, before: State): State | null {
    if (of === before.of) return null;
    // Other data bring no missing file.
    return { of, caught: before.caught?.error instanceof FileFailure ? before.caught : undefined };
  }

  override componentDidCatch(error: unknown) {
    const now = Date.now();
    if (!isForeignChange(error) || Math.abs(now - this.#redrawnAt) < REDRAW_GAP_MS) return;
    this.#redrawnAt = now;
    this.#renderAgain();
  }

  readonly #renderAgain = () => this.setState({ caught: undefined });

  override render() {
    const { caught } = this.state;
    return caught === undefined ? this.props.children : this.props.fallback(caught.error, this.#renderAgain);
  }
}

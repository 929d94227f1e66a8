import { Component, type ReactNode } from 'react';
import { FileFailure } from '#browser/lazy-component.tsx';

type Props = {
  readonly children: ReactNode;
  /** Rendered instead of the children after they threw; `renderAgain` renders the children once more. */
  readonly fallback: (error: unknown, renderAgain: () => void) => ReactNode;
  /** The data that the children show: the boundary renders them again when it changes. */
  readonly of?: unknown;
};
type State = { readonly caught?: { readonly error: unknown } | undefined; readonly of?: unknown };

/** After a second failure within this time, the boundary does not render the children again by itself. */
const MIN_RERENDER_GAP_MS = 1_000;

/** True when React cannot find a node because a translator or an extension moved it. */
const isForeignChange = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** Confines an error to the component that threw it. A class, because React offers no hook that catches errors. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};
  #rerenderedAt = Number.NEGATIVE_INFINITY;

  static getDerivedStateFromError(error: unknown): State {
    return { caught: { error } };
  }

  static getDerivedStateFromProps({ of }: Props, previous: State): State | null {
    if (of === previous.of) return null;
    // New data does not fetch a missing file.
    return { of, caught: previous.caught?.error instanceof FileFailure ? previous.caught : undefined };
  }

  override componentDidCatch(error: unknown) {
    const now = Date.now();
    if (!isForeignChange(error) || Math.abs(now - this.#rerenderedAt) < MIN_RERENDER_GAP_MS) return;
    this.#rerenderedAt = now;
    this.#renderAgain();
  }

  readonly #renderAgain = () => this.setState({ caught: undefined });

  override render() {
    const { caught } = this.state;
    return caught === undefined ? this.props.children : this.props.fallback(caught.error, this.#renderAgain);
  }
}

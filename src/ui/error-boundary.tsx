import { Component, type ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  readonly fallback: (error: unknown) => ReactNode;
  /** What the children show: they are drawn again when it is another. */
  readonly of?: unknown;
};
type State = { readonly error?: unknown; readonly of?: unknown };

/** Keeps what a part throws to that part. A class, since React has no other way to catch it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  static getDerivedStateFromProps({ of }: Props, before: State): State | null {
    return of === before.of ? null : { of, error: undefined };
  }

  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : this.props.fallback(error);
  }
}

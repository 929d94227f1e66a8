import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: unknown };

/** Shows the crash page instead of a blank one. A class, since React has no other way to catch what a part throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <CrashPage error={this.state.error} />;
  }
}

import { Component, type ReactNode } from 'react';
import { FailurePage } from './FailurePage.tsx';

type State = { error: unknown };

/** Keeps a broken component from leaving an empty page: what is typed is already in this browser's copy. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <FailurePage error={this.state.error} onRetry={() => location.reload()} />;
  }
}

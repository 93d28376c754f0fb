import { Component, type ReactNode } from "react";

interface Props {
  children: ReactNode;
  /** Shown in place of what failed; nothing else is touched. */
  instead?: ReactNode;
  onFailure?: (failure: unknown) => void;
}

/** What fails inside stays inside: the rest of the page goes on. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(failure: unknown) {
    this.props.onFailure?.(failure);
  }

  override render() {
    return this.state.failed ? (this.props.instead ?? null) : this.props.children;
  }
}

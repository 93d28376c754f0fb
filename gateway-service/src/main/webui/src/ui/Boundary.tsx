import { Component, type ReactNode } from "react";

interface Props {
  children: ReactNode;
  onFailure: () => void;
}

/** What fails inside is not shown and stays inside: the rest of the page goes on. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

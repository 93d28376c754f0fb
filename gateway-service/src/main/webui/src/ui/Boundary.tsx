import { Component, createContext, type ReactNode } from "react";

/** What to do when a part of the page is not to be had: whoever is around says so. */
export const PartMissing = createContext<() => void>(() => {});

interface BoundaryProps {
  /** What is shown instead; without it, nothing. */
  otherwise?: ReactNode;
  children: ReactNode;
}

/** What fails inside is not shown and stays inside: the rest of the page goes on. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  static override contextType = PartMissing;
  declare context: () => void;
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.context();
  }

  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

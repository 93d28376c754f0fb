import { Component, type ReactNode } from "react";

/** A pane that breaks does not take the others with it. */
export class Pane extends Component<
  { fallback: (retry: () => void) => ReactNode; children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children;
  }
}

import { type ComponentType, lazy, Suspense } from "react";
import { Boundary } from "./Boundary";

/** A component that is loaded when it is first shown, or ahead of that by `preload`. One that does not come stays away. */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Later = lazy(() => load().then((component) => ({ default: component }))) as ComponentType<Props>;
  const Part = (props: Props) => (
    <Boundary>
      <Suspense>
        <Later {...props} />
      </Suspense>
    </Boundary>
  );
  // What does not come is a matter for when it is needed.
  return Object.assign(Part, { preload: () => void load().catch(() => {}) });
}

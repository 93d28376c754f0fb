import { type ComponentType, lazy, Suspense } from "react";
import { Boundary } from "./Boundary";

/**
 * A component that is loaded when it is first shown, or ahead of that by `preload`. `Meanwhile` stands for it until it
 * is there; one that does not come stays away, or that stays in its place.
 */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
) {
  const Later = lazy(() => load().then((component) => ({ default: component }))) as ComponentType<Props>;
  const Part = (props: Props) => {
    const meanwhile = Meanwhile && <Meanwhile {...props} />;
    return (
      <Boundary otherwise={meanwhile}>
        <Suspense fallback={meanwhile}>
          <Later {...props} />
        </Suspense>
      </Boundary>
    );
  };
  // What does not come is a matter for when it is needed.
  return Object.assign(Part, { preload: () => void load().catch(() => {}) });
}

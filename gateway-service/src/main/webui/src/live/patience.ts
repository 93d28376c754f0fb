import { ApiProblem } from "../api/client";

export const pause = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

/** A service has not heard yet of the assignment that this page knows: a moment's patience. */
export async function patiently<T>(epoch: number, work: () => Promise<T>): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return await work();
    } catch (error) {
      if (round >= 4 || !isBehind(error, epoch)) throw error;
      await pause(150 * 2 ** round);
    }
  }
}

const isBehind = (error: unknown, epoch: number): boolean => {
  if (!(error instanceof ApiProblem)) return false;
  const { reasonKey, epoch: known } = error.problem;
  if (reasonKey === "not-assigned") return known === undefined || known < epoch;
  if (["epoch-unknown", "epoch-passed", "held-by-another-operator"].includes(reasonKey))
    return known !== undefined && known < epoch;
  return false;
};

import { applySaving } from "../../../customers/effects/apply-saving.ts";
import type { RegisterSaving } from "../../../customers/effects/register-saving.ts";
import type { CoachPorts } from "../../ports.ts";

/** What flows saved to the register of customers, written to the end after the tap was acknowledged: a class changes as many customers as there are. */
export interface Savings {
  /** Writes it, and then tells of it: what is told to be saved is there. */
  run(saving: RegisterSaving, tell: () => Promise<void>): void;
  /** Resolves when nothing is being written here. */
  settled(): Promise<void>;
}

export function createSavings({ store, registers, log }: Pick<CoachPorts, "store" | "registers" | "log">): Savings {
  const running = new Set<Promise<void>>();
  return {
    run(saving, tell) {
      const tracked = applySaving(store, saving)
        .finally(() => registers.forget(saving.company))
        .then(tell)
        .catch((error: unknown) =>
          log.warn(
            { saving: saving._id, err: error },
            "a saving to the register was cut short; the clock goes on with it",
          ),
        )
        .finally(() => running.delete(tracked));
      running.add(tracked);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

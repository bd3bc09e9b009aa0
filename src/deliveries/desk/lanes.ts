import type { Result, Task } from "../carrier.ts";

export interface LanesParts {
  /** Whether the next of an ordered lane may be begun. */
  mayBegin(): Promise<boolean>;
  carry(task: Task): Promise<Result>;
  /** What became of a task; "blocked" when what stands behind it in its lane must wait for it. */
  over(result: Result): "go on" | "blocked";
  /** A lane has nothing more to do. */
  drained(): void;
}

/** Tasks side by side in lanes, and in each lane one after another. A lane that was blocked leaves the rest of its tasks undone. */
export interface Lanes {
  add(tasks: readonly Task[]): void;
  /** Whether anything is under way that is not paced. */
  isWorking(): boolean;
  /** Whether anything paced is under way. */
  isPacing(): boolean;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

interface Lane {
  readonly paced: boolean;
  readonly waiting: Task[];
  blocked: boolean;
  running: Promise<void> | undefined;
}

export function createLanes({ mayBegin, carry, over, drained }: LanesParts): Lanes {
  const lanes = new Map<string, Lane>();
  const running = (paced: boolean) => [...lanes.values()].some((lane) => lane.running && lane.paced === paced);

  async function run(lane: Lane): Promise<void> {
    for (let task = lane.waiting.shift(); task; task = lane.blocked ? undefined : lane.waiting.shift()) {
      const mayGo = lane.paced || (await mayBegin());
      lane.blocked = !mayGo || over(await carry(task)) === "blocked";
    }
    lane.running = undefined;
    drained();
  }

  return {
    add: (tasks) => {
      for (const task of tasks) {
        const lane = lanes.get(task.lane) ?? { paced: task.paced, waiting: [], blocked: false, running: undefined };
        lanes.set(task.lane, lane);
        lane.waiting.push(task);
      }
      for (const lane of lanes.values()) if (lane.waiting.length > 0 && !lane.blocked) lane.running ??= run(lane);
    },
    isWorking: () => running(false),
    isPacing: () => running(true),
    settled: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.running));
    },
  };
}

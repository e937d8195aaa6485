/** The simulated cloud in the process of a test, which may then use its control API. */
import { type Simulator, type SimulatorOptions, startSimulator as start } from '../main.ts';
import { knowToken } from './client.ts';

export type { Simulator } from '../main.ts';

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await start(options);
  knowToken(simulator.url, simulator.controlToken);
  return simulator;
}

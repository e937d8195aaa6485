/** Which interfaces are bound to a group: whom a change reaches, and whose addresses a group's name stands for. */
import type { NetworkInterface } from '../../../../catalogue/families/eni/index.ts';
import type { ListState } from '../../../api/query.ts';
import { useContainedList } from '../../../kit/contained.tsx';

export const useInterfaces = (group: string, enabled = true): ListState<NetworkInterface> =>
  useContainedList('eni', { family: 'security-group', id: group }, enabled);

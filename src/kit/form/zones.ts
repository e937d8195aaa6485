import { useQuery } from '@tanstack/react-query';
import { zonesOf } from '../../../catalogue/regions.ts';
import { callOptions } from '../../api/single.ts';
import { type Scope, useConsole, useScope } from '../../lib/scope.ts';

/**
 * The zones of a place's region as a real cloud lists them today, else the documents' usual ones. Those of a region that the
 * documents do not have are asked of any cloud: none are known until it has answered, and none of no place.
 */
export function useZones(scope: Scope | undefined): readonly string[] {
  const here = useScope();
  const usual = scope ? zonesOf(scope.region) : [];
  const isReal = useConsole()?.mode === 'real';
  const enabled = scope !== undefined && (isReal || usual.length === 0);
  const { data } = useQuery({ ...callOptions(scope ?? here, 'account', 'cvm:DescribeZones', {}), enabled });
  return (enabled && data?.data.ZoneSet.filter(({ ZoneState }) => ZoneState !== 'UNAVAILABLE').map(({ Zone }) => Zone)) || usual;
}

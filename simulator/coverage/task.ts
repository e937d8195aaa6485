import type { actions } from '../../catalogue/families/task/index.ts';
import type { CoverageOf } from './shape.ts';

/** The query of tasks has no error table of its own. */
export const taskCoverage = { 'vpc2017:DescribeVpcTaskResult': {} } as const satisfies CoverageOf<typeof actions>;

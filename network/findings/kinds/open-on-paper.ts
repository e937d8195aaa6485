import { paperKind } from '../paper-kinds.ts';

/** A rule says everyone, and something else keeps everyone out. */
export const openOnPaper = paperKind({ id: 'open-on-paper', severity: 'low', isNear: false });

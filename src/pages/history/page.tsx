import { Suspense } from 'react';
import { useParams } from 'react-router';
import { Loading } from '../../ui/spinner.tsx';
import { EntryPage } from './entry.tsx';
import { HistoryList } from './list.tsx';

/** What was done through this console: all of it, or the one entry that the URL names. */
export function History() {
  const { '*': rest = '' } = useParams();
  const [id] = rest.split('/').filter(Boolean);
  return <Suspense fallback={<Loading />}>{id === undefined ? <HistoryList /> : <EntryPage key={id} id={id} />}</Suspense>;
}

import { useNavigate } from 'react-router-dom';
import { useHistoryState } from './current-board.ts';
import { useBoardUrl } from './use-board-url.ts';

/** Returns a function that removes the language from the address, so that the settings decide. */
export function useDropLanguage(): () => void {
  const { board, locate } = useBoardUrl();
  const navigate = useNavigate();
  const state = useHistoryState();
  return () => {
    if (board.language !== undefined)
      void navigate(locate({ ...board, language: undefined }), { replace: true, state });
  };
}

import { type Reported, reportLink } from '../core/report-link';
import type { Strings } from '../core/strings/en';

/** A plain link to an issue page that says what is reported: nothing is sent before the reader sends it there. None where nobody takes reports. */
export function ReportLink({ words, address, ...fact }: { words: Strings; address: string | undefined } & Omit<Reported, 'address'>) {
  if (address === undefined) return null;
  return (
    <a class="report" href={reportLink({ address, ...fact }, words)} target="_blank" rel="noreferrer">
      {words.report.link}
    </a>
  );
}

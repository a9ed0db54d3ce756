// What may come back instead of a record.

/** The server said no: `problem` is its problem document (title, detail, code, clause, fields), `after` the seconds it asks to be
 * left alone for, where it says so. */
export class Refused extends Error {
  constructor(status, problem, after = 0) {
    super(problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
    this.after = after;
  }
}

/** Whether a no of this status may be a yes later; 0 where nobody answered. */
export const mayComeLater = (status) => status === 0 || status === 429 || status >= 500;

/** What happened and what to do, of a problem document. */
export const wordsOf = ({ title, detail } = {}) => [title, detail].filter(Boolean).join("。");

/** Nobody answered: no network, or the server is away. What was to be sent is still with the caller. */
export class Unreachable extends Error {}

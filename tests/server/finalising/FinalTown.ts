import type { Limits } from '#server/collaboration/Limits.ts';
import { FinalisingAnswer } from '#shared/api/finalising.ts';
import { addExpenditure, SubmissionTown, saved } from '#tests/server/submission/SubmissionTown.ts';
import type { ApiResponse } from '#tests/support/apiClient.ts';
import type { PersonName } from '#tests/support/createPeople.ts';

/** The town of submissions, with what its report is closed by. */
export class FinalTown {
  readonly town: SubmissionTown;

  private constructor(town: SubmissionTown) {
    this.town = town;
  }

  /** With two rows in its one sheet, which is accepted. */
  static async start(limits: Partial<Limits> = {}): Promise<FinalTown> {
    const here = new FinalTown(await SubmissionTown.start(limits));
    const coordinator = await here.town.open('coordinator');
    addExpenditure(coordinator, 'r1', { actualMinor: 100_00 });
    addExpenditure(coordinator, 'r2', { plannedMinor: 47_580_00, actualMinor: 47_580_00 });
    await saved(coordinator);
    coordinator.stop();
    await here.accept();
    return here;
  }

  stop(): Promise<void> {
    return this.town.stop();
  }

  get reportId() {
    return this.town.town.reportId;
  }

  path(rest: string): string {
    return `/api/reports/${this.reportId}${rest}`;
  }

  async accept(): Promise<void> {
    const { contentHash, status } = await this.town.state();
    if (status !== 'accepted') await this.town.step('coordinator', '/submit');
    await this.town.step('coordinator', '/accept', { contentHash });
  }

  post(name: PersonName, rest: string, body: unknown = {}): Promise<ApiResponse> {
    return this.town.person(name).post(this.path(rest), body);
  }

  get(name: PersonName, rest: string): Promise<ApiResponse> {
    return this.town.person(name).get(this.path(rest));
  }

  async finalise(body: unknown = { personalData: 'accepted' }): Promise<FinalisingAnswer> {
    const response = await this.post('coordinator', '/finalising', body);
    if (response.status !== 200) throw new Error(`not finalised: ${response.text}`);
    return FinalisingAnswer.parse(response.json());
  }

  async read(name: PersonName = 'viewer'): Promise<FinalisingAnswer> {
    return FinalisingAnswer.parse((await this.get(name, '/finalising')).json());
  }

  /** A file of the product, byte for byte. */
  async download(name: PersonName, path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.town.server.url}${path}`, {
      headers: { cookie: this.town.person(name).cookie ?? '' },
    });
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

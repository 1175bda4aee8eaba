import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { addDashboard } from './dashboard/dashboard-view';
import type { DashboardNeeds } from './dashboard/dashboard';
import { registerRolesBase } from './dashboard/roles-base';
import { insertReview, type ReviewNeeds } from './review-desk';

/** What the user's own week needs of the other rooms. */
export type WeekNeeds = Omit<DashboardNeeds, 'edge' | 'review' | 'queue'> & Omit<ReviewNeeds, 'edge'> & { waiting: DashboardNeeds['queue'] };

/** Registers what shows the user's own practice over time: the dashboard and the weekly review. */
export function furnishWeek(edge: Edge, needs: WeekNeeds): void {
  const review = (): void => void insertReview({ ...needs, edge });
  registerRolesBase(edge, needs.activity);
  addDashboard(edge, { ...needs, queue: () => needs.waiting(), edge, review });
  edge.plugin.addCommand({ id: 'practice-insert-review', name: words.review.insert, callback: review });
}

/** Defines `<civic-campaign-list>`. */
import { CampaignList } from '../../widgets/campaign-list/campaign-list.js';

CampaignList.define();

// What is done beside the doors, on the phone (features F077, F081); the desk says the same words (`outreach.ts`).

import type { EventCount, HelpTopic, OutreachChannel, OutreachPlace } from '../../../domain/outreach.ts';

const places: Record<OutreachPlace, string> = {
	office: 'Cơ quan, công sở',
	publicPlace: 'Nơi công cộng',
	company: 'Doanh nghiệp, khu công nghiệp',
	school: 'Trường học',
	healthStation: 'Trạm y tế',
	cultureHouse: 'Nhà văn hóa'
};
const channels: Record<OutreachChannel, string> = {
	meeting: 'Họp ấp, khu phố, tổ',
	agencyMeeting: 'Họp cơ quan',
	groupChat: 'Nhóm Zalo, Facebook, Viber',
	press: 'Báo, đài, cổng thông tin',
	poster: 'Băng rôn, áp phích, tờ rơi',
	training: 'Lớp tập huấn',
	counter: 'Hỗ trợ tại quầy'
};
const counts: Record<EventCount, string> = {
	audience: 'Số người dự',
	households: 'Số hộ được tuyên truyền',
	helped: 'Số người được giúp tại chỗ',
	followUps: 'Số người cần giúp tiếp'
};
const topics: Record<HelpTopic, string> = {
	install: 'Cài VNeID',
	appAccount: 'Đăng ký tài khoản ứng dụng',
	level1: 'Đăng ký mức 1',
	level2: 'Đăng ký mức 2',
	activate: 'Kích hoạt',
	scam: 'Cuộc gọi lừa đảo'
};

/** Names of fields, as the form and the desk say them. */
const fields = {
	day: 'Ngày',
	area: 'Địa bàn',
	place: 'Nơi',
	channel: 'Hình thức',
	topic: 'Nội dung',
	materials: 'Tài liệu đã phát',
	withdrawn: 'Rút lúc'
};
const help = {
	topic: 'Giúp việc gì',
	outcome: 'Kết quả',
	barrier: 'Vướng mắc (nếu chưa xong)',
	noBarrier: 'Không chọn',
	at: 'Lúc'
};

export const beside = {
	places,
	channels,
	counts,
	topics,
	fields,
	help,
	withdraw: 'Rút',
	withdrawn: 'Đã rút.',
	phone: {
		title: 'Bàn hỗ trợ, buổi tuyên truyền',
		lead: 'Việc làm ngoài hộ dân: chỉ đếm, không ghi tên ai. Số ở đây đặt cạnh số đếm tại nhà, không cộng vào. Không cần mạng: tự gửi khi có mạng.',
		noArea: 'Chưa được giao địa bàn nên chưa ghi được.',
		desk: {
			title: 'Bàn hỗ trợ',
			today: (count: string) => `Hôm nay: ${count} người`,
			open: 'Mở bàn hỗ trợ',
			area: 'Bàn đặt ở địa bàn',
			saved: (outcome: string) => `Đã lưu: ${outcome}`,
			noBarrier: 'Ghi luôn, không chọn vướng mắc',
			undo: 'Hoàn tác',
			undone: 'Đã bỏ người vừa ghi.',
			none: 'Hôm nay chưa ghi ai.',
			list: 'Đã ghi hôm nay',
			withdrawOf: (at: string, topic: string) => `Rút người lúc ${at}, ${topic}`
		},
		events: {
			title: 'Buổi tuyên truyền',
			add: 'Thêm buổi',
			mine: 'Các buổi tôi đã ghi',
			none: 'Chưa ghi buổi nào.',
			addTitle: 'Thêm buổi',
			amendTitle: 'Sửa buổi',
			day: 'Ngày (ngày/tháng/năm)',
			save: 'Lưu buổi này',
			saved: 'Đã lưu trên máy. Gửi phường khi có mạng.',
			missing: 'Không tìm thấy buổi này trên máy.',
			amend: 'Sửa',
			amendOf: (day: string, topic: string) => `Sửa buổi ngày ${day}, ${topic}`,
			withdrawOf: (day: string, topic: string) => `Rút buổi ngày ${day}, ${topic}`,
			ask: 'Rút buổi này?',
			askText: 'Buổi đã rút không còn được tính và không lấy lại được.',
			byWard: (name: string) => `Phường đã rút (${name}).`
		}
	}
};

export type BesideWords = typeof beside;

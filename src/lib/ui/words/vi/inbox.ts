// The desk's inbox of data flags and referrals, and the ward's table of who gets which flag.

import type { Receiver } from '../../../domain/catalogue/barriers.ts';
import type { Finding } from '../../../domain/referral.ts';

const receivers: Record<Receiver, string> = {
	wardPolice: 'Công an xã/phường',
	civilStatus: 'Tư pháp – Hộ tịch',
	carrier: 'Cửa hàng nhà mạng',
	socialInsurance: 'BHXH',
	oneStopDesk: 'Quầy Một cửa',
	immigration: 'Phòng Quản lý xuất nhập cảnh'
};

const findings: Record<Finding, string> = { fixed: 'Đã cập nhật', notConfirmed: 'Không xác nhận' };

export const inbox = {
	nav: 'Chuyển tiếp',
	tabs: { label: 'Chuyển tiếp', inbox: 'Mục chuyển tiếp', sessions: 'Buổi lưu động', routes: 'Nơi nhận từng loại' },
	receivers,
	findings,
	title: 'Mục chuyển tiếp',
	lead: 'Cờ dữ liệu và việc chuyển xử lý mà người đi từng nhà ghi lại. Người ghi chỉ thấy mục đang ở bước nào, không thấy ghi chú của phường.',
	filters: 'Lọc mục chuyển tiếp',
	receiver: 'Nơi nhận',
	state: 'Tình trạng',
	waiting: 'Chưa xong',
	area: 'Địa bàn',
	all: 'Tất cả',
	code: 'Loại',
	referral: 'Chuyển xử lý',
	late: 'Chỉ mục quá hạn',
	apply: 'Lọc',
	clear: 'Bỏ lọc',
	count: (total: string) => `${total} mục`,
	lateCount: (count: string) => `${count} mục quá hạn`,
	empty: 'Không có mục nào như vậy.',
	first: 'Về đầu',
	more: 'Xem tiếp',
	tick: (door: string, what: string) => `Chọn ${door}, ${what}`,
	tickAll: 'Chọn tất cả mục trên trang',
	columns: {
		what: 'Mục',
		about: 'Nhà, người',
		by: 'Người ghi',
		on: 'Ngày ghi',
		due: 'Hạn',
		receiver: 'Nơi nhận',
		state: 'Tình trạng'
	},
	nobody: 'Không nêu tên ai',
	overdue: 'quá hạn',
	noDue: '–',
	then: (receiver: string) => `sau đó: ${receiver}`,
	beside: (receiver: string, state: string) => `cùng lúc: ${receiver} (${state})`,
	said: (name: string, moment: string) => `${name}, ${moment}`,
	acts: {
		label: 'Với các mục đã chọn',
		takeUp: 'Tiếp nhận',
		'done:fixed': 'Xong: đã cập nhật',
		'done:notConfirmed': 'Xong: không xác nhận',
		sendBack: 'Cần thêm thông tin',
		pass: 'Chuyển đến'
	},
	to: 'Chuyển đến nơi nào',
	note: 'Ghi chú nội bộ',
	noteHint: 'Không bắt buộc. Chỉ phường đọc được.',
	answered: 'Đã ghi.',
	rule: {
		title: 'Nơi nhận từng loại',
		lead: 'Mục mới đi đến nơi nhận đầu, xong thì chuyển tiếp đến nơi sau. Gửi cả hai cùng lúc thì mỗi nơi có mục riêng, xong khi cả hai nơi đã xong. Mục đã chuyển tay thì ở nguyên chỗ.',
		flag: 'Cờ dữ liệu',
		first: 'Nơi nhận đầu',
		second: 'Nơi nhận sau',
		none: 'Không chuyển',
		atOnce: 'Gửi cả hai cùng lúc',
		days: 'Số ngày xử lý một cờ dữ liệu',
		save: 'Lưu',
		saved: 'Đã lưu nơi nhận.',
		notAllowed: 'Chỉ lãnh đạo hoặc quản trị xem toàn phường mới sửa được bảng này.'
	}
};

export type InboxWords = typeof inbox;

// P5: from the approval message to the first sign-in.

import type { Guide } from '../../lib/domain/content.ts';
import { at, day } from '../write.ts';

const SCREENS = [
	at('002', 'A4.2 B6–B7', 'U'),
	at('003', 'G-II1–2', 'U'),
	at('web', 'dean06.hanam.gov.vn; eaphe.krongpac.daklak.gov.vn (01/2024)', 'U')
];
const COUNTED = [at('003', 'L')];

export const P5: Guide = {
	id: 'P5',
	topic: 'account',
	title: 'Kích hoạt tài khoản VNeID',
	summary: 'Từ tin nhắn phê duyệt đến lần đăng nhập đầu tiên.',
	minutes: 12,
	sources: [at('law', 'NĐ 69/2024/NĐ-CP Đ.14'), at('web', 'thuvienphapluat.vn hỏi-đáp 83A3BF9'), at('003', 'L')],
	checkedOn: day('2026-11-20'),
	validFrom: day('2024-07-01'),
	status: 'current',
	entry: {
		states: ['l1Submitted', 'l1Approved', 'l2Booked', 'l2Submitted', 'l2Approved'],
		phone: { smartphone: true, internet: true, ownSim: true },
		ages: { from: 14 }
	},
	keywords: ['kích hoạt', 'tin nhắn phê duyệt', 'OTP', 'passcode'],
	start: 'notice',
	steps: [
		{
			id: 'notice',
			title: 'Tìm tin nhắn phê duyệt',
			who: 'resident',
			say: 'Mời người dân mở tin nhắn trên máy mình, tìm tin báo hồ sơ đã được phê duyệt. Tin đến ngày nào?',
			example: {
				text: 'Cuc Canh sat QLHC ve TTXH thong bao: Ho so dang ky tai khoan dinh danh dien tu cua cong dan … da duoc phe duyet. De nghi truy cap ung dung VNeID hoac dia chi https://vneid.gov.vn de kich hoat tai khoan.',
				from: 'Mẫu đăng trên trang thông tin của tỉnh, để so với tin trên máy'
			},
			notes: [
				'Tin có đường dẫn khác vneid.gov.vn: không bấm, hỏi Công an xã/phường.',
				'Tài khoản phải kích hoạt trong 7 ngày kể từ khi nhận thông báo.'
			],
			residentText: 'Mở tin nhắn. Tìm tin báo hồ sơ định danh điện tử đã được phê duyệt. Xem tin đến ngày nào.',
			timer: { kind: 'activation', days: 7 },
			sources: [
				at('law', 'NĐ 69/2024/NĐ-CP Đ.14'),
				at('web', 'thuvienphapluat.vn hỏi-đáp 83A3BF9'),
				at('002', 'A4.2 B6')
			],
			branches: [
				{ id: 'in-time', words: 'Còn trong 7 ngày', to: 'open', usual: true, day: 'inTime' },
				{ id: 'overdue', words: 'Đã quá 7 ngày', to: 'overdue', day: 'overdue' },
				{ id: 'day-unknown', words: 'Có tin nhắn, không rõ ngày', to: 'open', day: 'unknown' },
				{ id: 'none', words: 'Chưa thấy tin nhắn', to: 'no-notice' }
			]
		},
		{
			id: 'open',
			title: 'Mở VNeID, bấm kích hoạt',
			who: 'resident',
			say: 'Mở ứng dụng VNeID. Màn hình đầu tiên có chữ nào dưới đây thì bấm vào chữ đó.',
			notes: ['Màn hình có thể khác theo phiên bản.'],
			residentText: 'Mở VNeID. Bấm chữ “Kích hoạt tài khoản định danh điện tử” hoặc chữ “Kích hoạt”.',
			sources: SCREENS,
			status: 'toConfirm',
			branches: [
				{
					id: 'intro',
					words: 'Màn hình giới thiệu',
					screen: { text: 'Kích hoạt tài khoản định danh điện tử' },
					to: 'request',
					usual: true
				},
				{ id: 'login', words: 'Màn hình đăng nhập', screen: { text: 'Kích hoạt' }, to: 'request' },
				{ id: 'not-installed', words: 'Máy chưa có VNeID', to: 'install' },
				{ id: 'other-screen', words: 'Không thấy chữ nào như trên', to: 'other-screen' }
			]
		},
		{
			id: 'request',
			title: 'Nhập số định danh và số điện thoại',
			who: 'resident',
			say: 'Người dân tự nhập số định danh cá nhân và số điện thoại đã khai khi đăng ký, rồi bấm nút dưới đây.',
			labels: [{ text: 'Gửi yêu cầu' }],
			see: 'Ứng dụng kiểm tra mức tài khoản rồi báo một trong ba kết quả.',
			residentText: 'Nhập số định danh cá nhân và số điện thoại đã khai khi đăng ký. Bấm “Gửi yêu cầu”.',
			sources: SCREENS,
			status: 'toConfirm',
			limit: { times: 3, to: 'try-later' },
			branches: [
				{
					id: 'R1',
					words: 'Chưa đăng ký mức 1, mức 2 hoặc chưa được duyệt',
					screen: { text: 'Tài khoản của bạn chưa được định danh điện tử' },
					to: 'not-identified'
				},
				{
					id: 'R2',
					words: 'Tài khoản đã kích hoạt từ trước',
					screen: { text: 'Tài khoản của bạn đã thực hiện kích hoạt' },
					to: 'already-active',
					effects: [
						{
							kind: 'ladder',
							state: 'l2Active',
							evidence: 'seenOnScreen',
							when: { states: ['l2Booked', 'l2Submitted', 'l2Approved'] }
						},
						{
							kind: 'ladder',
							state: 'l1Active',
							evidence: 'seenOnScreen',
							when: { states: ['l1Submitted', 'l1Approved'] }
						}
					]
				},
				{ id: 'R3', words: 'Chuyển sang kiểm tra thiết bị', to: 'device', usual: true }
			]
		},
		{
			id: 'device',
			title: 'Kiểm tra thiết bị',
			who: 'resident',
			say: 'Đọc thông báo trên máy. Máy báo gì?',
			residentText: 'Đọc thông báo vừa hiện trên máy.',
			sources: SCREENS,
			status: 'toConfirm',
			branches: [
				{ id: 'D1', words: 'Thông báo kích hoạt. Máy này chưa gắn với tài khoản nào', to: 'otp', usual: true },
				{
					id: 'D2',
					words: 'Thông báo kích hoạt trên thiết bị khác. Máy này đang gắn với tài khoản người khác',
					to: 'device-taken',
					effects: [{ kind: 'barrier', code: 'B2.8', change: 'opened' }]
				}
			]
		},
		{
			id: 'otp',
			title: 'Nhập mã trong tin nhắn',
			who: 'resident',
			say: 'Người dân tự nhập mã. Không đọc mã cho ai, kể cả tình nguyện viên.',
			labels: [{ text: 'Xác thực mã OTP' }],
			see: 'Mã sống 3 phút. Màn hình VNeID đếm ngược.',
			residentText: 'Tự nhập mã trong tin nhắn. Không đọc mã cho ai.',
			timer: { kind: 'otp', lifeMs: 180000 },
			sources: [at('000', '§5 B3'), at('002', 'A4.2 B7')],
			limit: { times: 3, to: 'try-later' },
			branches: [
				{ id: 'passcode', words: 'Mã đúng, máy hỏi passcode', to: 'passcode', usual: true },
				{
					id: 'password',
					words: 'Mã đúng, máy hỏi mật khẩu mới',
					screen: { text: 'Thiết lập mật khẩu' },
					to: 'password'
				},
				{ id: 'wrong', words: 'Mã sai hoặc hết hạn, bấm để lấy mã mới', screen: { text: 'Gửi lại mã' }, to: 'otp' },
				{ id: 'none', words: 'Không nhận được mã', to: 'otp-missing' }
			]
		},
		{
			id: 'password',
			title: 'Đặt mật khẩu',
			who: 'resident',
			say: 'Chỉ hiện với người chưa có tài khoản trước khi được duyệt. Người dân tự nghĩ, tự nhập hai lần.',
			notes: [
				'Từ 8 đến 20 ký tự.',
				'Có chữ số, chữ hoa và chữ thường.',
				'Có ít nhất một ký tự trong ! @ # $ % ^ & * ( ) _',
				'Tình nguyện viên quay mặt đi, không nhìn, không ghi giúp.'
			],
			labels: [{ text: 'Thiết lập mật khẩu' }, { text: 'Xác nhận' }],
			residentText: 'Tự đặt mật khẩu: 8–20 ký tự, có chữ số, chữ hoa, chữ thường và một ký tự như ! @ #',
			sources: [at('000', '§5 B3'), at('web', 'phunutoday d371723')],
			next: 'passcode'
		},
		{
			id: 'passcode',
			title: 'Đặt passcode đúng 6 chữ số',
			who: 'resident',
			say: 'Người dân tự nghĩ và tự nhập. Passcode khác mật khẩu, dùng khi mở các tiện ích.',
			residentText: 'Tự đặt passcode đúng 6 chữ số. Không nói cho ai.',
			sources: [at('002', 'A4.2 B7'), at('003', 'G-II2')],
			next: 'questions'
		},
		{
			id: 'questions',
			title: 'Chọn 2 câu hỏi bảo mật',
			who: 'resident',
			say: 'Người dân chọn hai câu trong danh sách và tự trả lời. Chọn câu mình nhớ chắc.',
			residentText: 'Chọn 2 câu hỏi bảo mật và tự trả lời. Không nói cho ai.',
			sources: [at('002', 'A4.2 B7', 'U'), at('003', 'G-II2', 'U')],
			status: 'toConfirm',
			effects: [
				{
					kind: 'ladder',
					state: 'l2Active',
					evidence: 'seenOnScreen',
					when: { states: ['l2Booked', 'l2Submitted', 'l2Approved'] }
				},
				{
					kind: 'ladder',
					state: 'l1Active',
					evidence: 'seenOnScreen',
					when: { states: ['l1Submitted', 'l1Approved'] }
				},
				{ kind: 'barrier', code: 'B4.1', change: 'opened' },
				{ kind: 'barrier', code: 'B4.1', change: 'closed' }
			],
			next: 'login'
		},
		{
			id: 'login',
			title: 'Đăng nhập một lần',
			who: 'resident',
			say: 'Đăng nhập được thì mới tính là xong. Người dân bấm chữ dưới đây, tự nhập số định danh và mật khẩu.',
			labels: [{ text: 'Đăng nhập' }],
			residentText: 'Bấm “Đăng nhập”. Tự nhập số định danh và mật khẩu.',
			sources: [at('003', 'L'), at('002', 'A4.2 B4')],
			branches: [
				{
					id: 'in',
					words: 'Đã kích hoạt và đăng nhập được',
					to: 'level-in',
					effects: [
						{
							kind: 'ladder',
							state: 'l2LoggedIn',
							evidence: 'seenOnScreen',
							when: { states: ['l2Booked', 'l2Submitted', 'l2Approved', 'l2Active', 'l2LoggedIn'] }
						},
						{
							kind: 'ladder',
							state: 'l1LoggedIn',
							evidence: 'seenOnScreen',
							when: { states: ['l1Submitted', 'l1Approved', 'l1Active', 'l1LoggedIn'] }
						}
					],
					usual: true
				},
				{ id: 'not-yet', words: 'Đã kích hoạt, chưa đăng nhập', to: 'level-active' },
				{ id: 'forgot', words: 'Không nhớ mật khẩu', screen: { text: 'Quên mật khẩu' }, to: 'forgot-password' }
			]
		},
		{
			id: 'already-active',
			title: 'Đã kích hoạt rồi: thử đăng nhập',
			who: 'resident',
			say: 'Người dân bấm chữ dưới đây, tự nhập số định danh và mật khẩu.',
			labels: [{ text: 'Đăng nhập' }],
			residentText: 'Bấm “Đăng nhập”. Tự nhập số định danh và mật khẩu.',
			sources: SCREENS,
			status: 'toConfirm',
			branches: [
				{
					id: 'in',
					words: 'Đăng nhập được',
					to: 'level-in',
					effects: [
						{
							kind: 'ladder',
							state: 'l2LoggedIn',
							evidence: 'seenOnScreen',
							when: { states: ['l2Booked', 'l2Submitted', 'l2Approved', 'l2Active', 'l2LoggedIn'] }
						},
						{
							kind: 'ladder',
							state: 'l1LoggedIn',
							evidence: 'seenOnScreen',
							when: { states: ['l1Submitted', 'l1Approved', 'l1Active', 'l1LoggedIn'] }
						}
					],
					usual: true
				},
				{ id: 'forgot', words: 'Không nhớ mật khẩu', screen: { text: 'Quên mật khẩu' }, to: 'forgot-password' },
				{ id: 'old-device', words: 'Máy mới, mã gửi về máy cũ', to: 'new-device' },
				{
					id: 'locked',
					words: 'Máy báo tài khoản bị khóa',
					to: 'locked',
					effects: [{ kind: 'ladder', state: 'locked', evidence: 'seenOnScreen' }]
				},
				{ id: 'not-yet', words: 'Chưa đăng nhập hôm nay', to: 'level-active' }
			]
		},
		{
			id: 'level-in',
			title: 'Màn hình ghi mức mấy?',
			who: 'volunteer',
			say: 'Nhìn trên máy người dân: tài khoản mức 1 hay mức 2.',
			sources: COUNTED,
			redirects: [
				{
					when: {
						states: [
							'l1Submitted',
							'l1Approved',
							'l1Active',
							'l1LoggedIn',
							'l2Booked',
							'l2Submitted',
							'l2Approved',
							'l2Active',
							'l2LoggedIn'
						]
					},
					to: 'done'
				}
			],
			branches: [
				{
					id: 'level-2',
					words: 'Mức 2',
					to: 'done',
					effects: [
						{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' },
						{ kind: 'ladder', state: 'l2LoggedIn', evidence: 'seenOnScreen' }
					],
					usual: true
				},
				{
					id: 'level-1',
					words: 'Mức 1',
					to: 'done',
					effects: [
						{ kind: 'ladder', state: 'l1Active', evidence: 'seenOnScreen' },
						{ kind: 'ladder', state: 'l1LoggedIn', evidence: 'seenOnScreen' }
					]
				},
				{ id: 'unclear', words: 'Không thấy rõ mức', to: 'level-unclear' }
			]
		},
		{
			id: 'level-active',
			title: 'Tài khoản này mức mấy?',
			who: 'volunteer',
			say: 'Hỏi người dân: làm trên ứng dụng là mức 1, làm tại Công an là mức 2.',
			sources: COUNTED,
			redirects: [
				{
					when: {
						states: [
							'l1Submitted',
							'l1Approved',
							'l1Active',
							'l1LoggedIn',
							'l2Booked',
							'l2Submitted',
							'l2Approved',
							'l2Active',
							'l2LoggedIn'
						]
					},
					to: 'active'
				}
			],
			branches: [
				{
					id: 'level-2',
					words: 'Mức 2',
					to: 'active',
					effects: [{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' }],
					usual: true
				},
				{
					id: 'level-1',
					words: 'Mức 1',
					to: 'active',
					effects: [{ kind: 'ladder', state: 'l1Active', evidence: 'seenOnScreen' }]
				},
				{ id: 'unclear', words: 'Không rõ mức', to: 'level-unclear' }
			]
		},
		{
			id: 'done',
			title: 'Đã kích hoạt và đăng nhập được',
			who: 'volunteer',
			say: 'Xong. Nhắc người dân: ai gọi điện bảo cập nhật VNeID thì đừng làm theo, ra Công an xã/phường hỏi.',
			sources: COUNTED,
			stop: { outcome: 'success', reason: 'Tài khoản đã kích hoạt và đã đăng nhập một lần.' }
		},
		{
			id: 'active',
			title: 'Đã kích hoạt, chưa đăng nhập',
			who: 'volunteer',
			say: 'Chưa tính là xong. Hẹn lại để đăng nhập một lần.',
			sources: COUNTED,
			stop: { outcome: 'partial', reason: 'Còn một lần đăng nhập.' },
			effects: [{ kind: 'task', words: 'Đến lại để đăng nhập một lần', afterDays: 3 }]
		},
		{
			id: 'level-unclear',
			title: 'Chưa rõ mức tài khoản',
			who: 'volunteer',
			say: 'Ghi nhận đã làm tới đâu, hẹn lại để xem mức trên màn hình.',
			sources: COUNTED,
			stop: { outcome: 'partial', reason: 'Chưa thấy mức tài khoản trên màn hình.' },
			effects: [{ kind: 'task', words: 'Đến lại để xem mức tài khoản trên màn hình', afterDays: 3 }]
		},
		{
			id: 'overdue',
			title: 'Đã quá 7 ngày',
			who: 'volunteer',
			say: 'Đã quá 7 ngày: liên hệ Công an xã/phường hoặc tổng đài 1900.0368.',
			sources: [at('law', 'NĐ 69/2024/NĐ-CP Đ.14'), at('web', 'znews post1606908')],
			wardConfirms: ['1900.0368'],
			residentText: 'Đã quá 7 ngày. Ra Công an xã/phường để được kích hoạt.',
			stop: { outcome: 'referred', reason: 'Quá 7 ngày kể từ khi nhận thông báo, phải qua Công an.' },
			effects: [
				{ kind: 'barrier', code: 'B4.3', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Quá 7 ngày chưa kích hoạt tài khoản' }
			]
		},
		{
			id: 'no-notice',
			title: 'Chưa thấy tin nhắn phê duyệt',
			who: 'volunteer',
			say: 'Hỏi: số điện thoại đang dùng có phải số đã khai khi đăng ký không? Nếu đăng nhập được ứng dụng, mời người dân xem mục dưới đây.',
			labels: [{ text: 'Kiểm tra tình trạng xử lý hồ sơ' }],
			sources: [at('002', 'A4.2 B6'), at('000', '§5 B4', 'U')],
			status: 'toConfirm',
			branches: [
				{ id: 'approved', words: 'Hồ sơ báo đã được duyệt', to: 'open', usual: true },
				{ id: 'waiting', words: 'Mới nộp, đang chờ duyệt', to: 'wait' },
				{ id: 'waiting-long', words: 'Nộp đã lâu, quá ngày hẹn', to: 'wait-long' },
				{ id: 'changed', words: 'Đã đổi số, đổi SIM', to: 'changed-number' },
				{ id: 'never', words: 'Chưa nộp hồ sơ bao giờ', to: 'not-registered' }
			]
		},
		{
			id: 'wait',
			title: 'Chờ tin nhắn phê duyệt',
			who: 'volunteer',
			say: 'Thường 1–7 ngày làm việc; cần biết chắc thì hỏi Công an xã/phường. Có tin là phải kích hoạt trong 7 ngày.',
			sources: [at('web', 'hoatieu.vn 217534 (NĐ 59/2022)', 'U')],
			status: 'toConfirm',
			residentText: 'Chờ tin nhắn báo hồ sơ đã được duyệt. Có tin thì kích hoạt trong 7 ngày.',
			stop: { outcome: 'later', reason: 'Hồ sơ đang chờ duyệt.' },
			effects: [
				{ kind: 'barrier', code: 'B4.2', change: 'opened' },
				{ kind: 'task', words: 'Đến lại xem đã có tin nhắn phê duyệt chưa', afterDays: 7 }
			]
		},
		{
			id: 'wait-long',
			title: 'Nộp đã lâu, chưa có kết quả',
			who: 'volunteer',
			say: 'Chuyển Công an xã/phường xem hồ sơ.',
			sources: [at('web', 'hoatieu.vn 217534 (NĐ 59/2022)', 'U')],
			status: 'toConfirm',
			stop: { outcome: 'referred', reason: 'Chờ quá ngày hẹn, cần Công an xem hồ sơ.' },
			effects: [
				{ kind: 'barrier', code: 'B4.2', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Nộp hồ sơ đã lâu, chưa có kết quả' }
			]
		},
		{
			id: 'not-registered',
			title: 'Chưa đăng ký định danh điện tử',
			who: 'volunteer',
			say: 'Chưa kích hoạt được. Mức 1 làm trên ứng dụng; mức 2 làm tại Công an xã/phường bất kỳ, mang thẻ căn cước còn hạn và điện thoại chính chủ.',
			sources: [at('web', 'plo.vn post795976; vnfinance.vn 62933')],
			stop: { outcome: 'later', reason: 'Phải đăng ký trước khi kích hoạt.' },
			links: [
				{ to: 'P4-level2', words: 'Đăng ký mức 2 tại Công an' },
				{ to: 'P3-level1', words: 'Đăng ký mức 1 trên ứng dụng' }
			]
		},
		{
			id: 'changed-number',
			title: 'Đã đổi số điện thoại',
			who: 'volunteer',
			say: 'Tin nhắn và mã đang về số cũ. Người dân ra Công an xã/phường đổi số, mang theo thẻ.',
			sources: [at('003', 'L nguyên nhân 3')],
			stop: { outcome: 'referred', reason: 'Số đã khai không còn dùng.' },
			effects: [
				{ kind: 'barrier', code: 'B3.3', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Đổi số điện thoại sau khi đăng ký' }
			],
			links: [{ to: 'P15-change-number', words: 'Đổi số điện thoại' }]
		},
		{
			id: 'not-identified',
			title: 'Tài khoản chưa được định danh',
			who: 'volunteer',
			say: 'Người này mới có tài khoản ứng dụng, hoặc hồ sơ chưa duyệt xong. Hỏi người dân đã làm tới đâu.',
			notes: ['Đã thấy tin báo phê duyệt mà máy báo thế này: xem lại số vừa nhập, và xem tin nhắn có thật không.'],
			sources: SCREENS,
			status: 'toConfirm',
			branches: [
				{ id: 'typed-wrong', words: 'Nhập nhầm số, nhập lại', to: 'request', usual: true },
				{ id: 'waiting', words: 'Đã nộp hồ sơ, đang chờ duyệt', to: 'wait' },
				{ id: 'waiting-long', words: 'Nộp đã lâu, quá ngày hẹn', to: 'wait-long' },
				{
					id: 'never',
					words: 'Chưa đăng ký mức 1, mức 2',
					to: 'not-registered',
					effects: [
						{ kind: 'ladder', state: 'appAccount', evidence: 'seenOnScreen', when: { states: ['unknown', 'hasCard'] } }
					]
				}
			]
		},
		{
			id: 'device-taken',
			title: 'Máy đang gắn với tài khoản người khác',
			who: 'volunteer',
			say: 'Không để hai người dùng chung một máy. Nói rõ hai cách để gia đình chọn.',
			notes: [
				'Cách 1: dùng máy riêng, số riêng. Tài khoản của người kia giữ nguyên.',
				'Cách 2: người kia tự đăng xuất khỏi máy này.'
			],
			sources: SCREENS,
			status: 'toConfirm',
			branches: [
				{ id: 'own', words: 'Dùng máy riêng, số riêng: chưa có sẵn', to: 'own-phone' },
				{
					id: 'own-here',
					words: 'Dùng máy riêng, số riêng: có sẵn ở đây',
					to: 'open',
					effects: [{ kind: 'barrier', code: 'B2.8', change: 'closed' }]
				},
				{ id: 'sign-out', words: 'Người kia đồng ý tự đăng xuất', to: 'sign-out', usual: true },
				{ id: 'later', words: 'Để gia đình bàn thêm', to: 'device-later' }
			]
		},
		{
			id: 'sign-out',
			title: 'Người kia tự đăng xuất',
			who: 'resident',
			say: 'Chủ tài khoản đang dùng máy này tự làm, theo thứ tự các chữ dưới đây.',
			labels: [{ text: 'Cá nhân' }, { text: 'Quản lý thiết bị' }, { text: 'Hủy liên kết' }],
			residentText: 'Chủ tài khoản tự bấm “Cá nhân”, “Quản lý thiết bị”, rồi “Hủy liên kết”.',
			sources: [at('000', 'FAQ C9'), at('web', 'plo.vn post866326', 'U')],
			status: 'toConfirm',
			check: [
				{ id: 'agreed', words: 'Chủ tài khoản đồng ý và tự tay làm' },
				{ id: 'unlinked', words: 'Đã hủy liên kết trên máy này' }
			],
			effects: [{ kind: 'barrier', code: 'B2.8', change: 'closed' }],
			next: 'request'
		},
		{
			id: 'own-phone',
			title: 'Mua SIM riêng, dùng máy riêng',
			who: 'volunteer',
			say: 'Mang thẻ căn cước ra nhà mạng làm SIM chính chủ, rồi ra Công an xã/phường đổi số. Nhớ hạn 7 ngày.',
			residentText: 'Mang thẻ căn cước ra nhà mạng làm SIM chính chủ. Sau đó ra Công an xã/phường đổi số điện thoại.',
			sources: [at('001', 'A3.4 C20'), at('law', 'NĐ 69/2024/NĐ-CP Đ.14')],
			stop: { outcome: 'referred', reason: 'Cần số riêng và máy riêng.' },
			effects: [
				{ kind: 'barrier', code: 'B3.1', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Đổi số điện thoại sau khi có SIM chính chủ' },
				{ kind: 'task', words: 'Xem đã có SIM chính chủ và máy riêng chưa', afterDays: 3 }
			]
		},
		{
			id: 'device-later',
			title: 'Gia đình bàn thêm',
			who: 'volunteer',
			say: 'Hẹn lại. Nhớ hạn 7 ngày kể từ khi nhận thông báo.',
			sources: [at('law', 'NĐ 69/2024/NĐ-CP Đ.14')],
			stop: { outcome: 'later', reason: 'Chưa chọn máy để kích hoạt.' },
			effects: [{ kind: 'task', words: 'Đến lại: chọn máy để kích hoạt', afterDays: 2 }]
		},
		{
			id: 'otp-missing',
			title: 'Không nhận được mã',
			who: 'volunteer',
			say: 'Xem máy có sóng không, SIM của số đã khai có nằm trong máy này không.',
			sources: [at('003', 'L nguyên nhân 2–3')],
			branches: [
				{ id: 'resend', words: 'Bấm lấy mã mới', screen: { text: 'Gửi lại mã' }, to: 'otp', usual: true },
				{
					id: 'no-network',
					words: 'Không có sóng',
					to: 'no-network',
					effects: [{ kind: 'barrier', code: 'B2.6', change: 'opened' }]
				},
				{ id: 'changed', words: 'Đã đổi số, đổi SIM', to: 'changed-number' },
				{
					id: 'other-owner',
					words: 'SIM không chính chủ',
					to: 'sim',
					effects: [{ kind: 'barrier', code: 'B3.2', change: 'opened' }]
				},
				{
					id: 'restricted',
					words: 'SIM bị hạn chế do chưa xác thực',
					to: 'sim',
					effects: [{ kind: 'barrier', code: 'B3.5', change: 'opened' }]
				},
				{ id: 'shared', words: 'Đây là số của người khác trong nhà', to: 'own-phone' }
			]
		},
		{
			id: 'no-network',
			title: 'Không có sóng',
			who: 'volunteer',
			say: 'Thử phát mạng từ máy tình nguyện viên, hoặc đến nơi có sóng. Không được thì hẹn lại.',
			sources: [at('003', 'L nguyên nhân 2')],
			stop: { outcome: 'later', reason: 'Không có sóng để nhận mã.' },
			effects: [{ kind: 'task', words: 'Đến lại, chọn nơi có sóng', afterDays: 2 }]
		},
		{
			id: 'sim',
			title: 'Làm lại SIM ở nhà mạng',
			who: 'volunteer',
			say: 'Người dân mang thẻ căn cước ra cửa hàng nhà mạng để làm SIM chính chủ hoặc xác thực SIM.',
			residentText: 'Mang thẻ căn cước ra cửa hàng nhà mạng để làm SIM chính chủ hoặc xác thực SIM.',
			sources: [at('web', 'index.vn; news.laodong.vn 1711320 (TT 08/2026/TT-BKHCN)')],
			stop: { outcome: 'referred', reason: 'SIM chưa nhận được mã.' },
			effects: [
				{ kind: 'referral', receiver: 'carrier', words: 'Làm SIM chính chủ hoặc xác thực SIM' },
				{ kind: 'task', words: 'Xem SIM đã dùng được chưa', afterDays: 3 }
			],
			links: [{ to: 'sim-verification', words: 'Xác thực SIM' }]
		},
		{
			id: 'try-later',
			title: 'Dừng ở đây, hẹn lại',
			who: 'volunteer',
			say: 'Đã thử nhiều lần. Nghỉ, hẹn hôm khác; vẫn không được thì ra Công an xã/phường.',
			sources: COUNTED,
			stop: { outcome: 'later', reason: 'Thử nhiều lần chưa được.' },
			effects: [{ kind: 'task', words: 'Đến lại thử kích hoạt', afterDays: 1 }]
		},
		{
			id: 'forgot-password',
			title: 'Quên mật khẩu',
			who: 'volunteer',
			say: 'Chuyển sang hướng dẫn lấy lại mật khẩu. Lấy lại xong thì đăng nhập một lần.',
			sources: [at('web', 'dantri 20251203003057624')],
			stop: { outcome: 'later', reason: 'Chưa đăng nhập được vì quên mật khẩu.' },
			effects: [{ kind: 'barrier', code: 'B4.5', change: 'opened' }],
			links: [{ to: 'P15-forgot-password', words: 'Lấy lại mật khẩu' }]
		},
		{
			id: 'new-device',
			title: 'Máy mới, mã về máy cũ',
			who: 'volunteer',
			say: 'Chuyển sang hướng dẫn đổi điện thoại.',
			sources: [at('002', 'A6 C14')],
			stop: { outcome: 'later', reason: 'Phải chuyển tài khoản sang máy mới.' },
			effects: [{ kind: 'barrier', code: 'B4.7', change: 'opened' }],
			links: [{ to: 'P15-new-phone', words: 'Đổi điện thoại' }]
		},
		{
			id: 'locked',
			title: 'Tài khoản bị khóa',
			who: 'volunteer',
			say: 'Người dân ra Công an xã/phường hoặc gọi tổng đài 1900.0368.',
			sources: [at('web', 'znews post1606908')],
			wardConfirms: ['1900.0368'],
			stop: { outcome: 'referred', reason: 'Tài khoản đang bị khóa.' },
			effects: [
				{ kind: 'barrier', code: 'B4.8', change: 'opened' },
				{ kind: 'referral', receiver: 'wardPolice', words: 'Tài khoản bị khóa' }
			]
		},
		{
			id: 'install',
			title: 'Máy chưa có VNeID',
			who: 'volunteer',
			say: 'Chỉ cài từ CH Play hoặc App Store, tìm chữ dưới đây. Không cài từ đường dẫn.',
			labels: [{ text: 'VNeID' }],
			sources: [at('002', 'A4.2 B1–B2')],
			stop: { outcome: 'later', reason: 'Phải cài VNeID trước.' },
			links: [{ to: 'P1-install', words: 'Cài VNeID' }]
		},
		{
			id: 'other-screen',
			title: 'Màn hình khác hướng dẫn',
			who: 'volunteer',
			say: 'VNeID có thể đã đổi màn hình. Không đoán; nhờ quầy Một cửa làm tiếp và báo để phường sửa hướng dẫn.',
			sources: SCREENS,
			status: 'toConfirm',
			stop: { outcome: 'referred', reason: 'Màn hình không giống hướng dẫn.' },
			effects: [{ kind: 'referral', receiver: 'oneStopDesk', words: 'Màn hình VNeID khác hướng dẫn' }]
		}
	]
};
